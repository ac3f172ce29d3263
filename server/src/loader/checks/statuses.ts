import { claimStatuses } from '../../model/claim.ts';
import { nameOfClaim, spanInClaim } from '../loaded-article.ts';
import { didYouMean } from '../nearest.ts';
import type { Check } from './check.ts';

const known: readonly unknown[] = claimStatuses;

/** Every claim has one of the eight statuses. */
export const statuses: Check = {
  name: 'statuses',
  find: (loaded) =>
    loaded.claims
      .filter(({ properties }) => !known.includes(properties['status']))
      .map((claim) => {
        const status = claim.properties['status'];
        const near = typeof status === 'string' ? didYouMean(status, claimStatuses) : '';
        return {
          ...spanInClaim(loaded, claim, status),
          code: 'STATUS',
          message:
            typeof status === 'string'
              ? `There is no status "${status}".`
              : `The claim ${nameOfClaim(claim)} has no status.`,
          hint: `${near}A status is one of ${claimStatuses.join(', ')}.`,
        };
      }),
};
