import { articleNode } from './checks/article-node.ts';
import { belongings } from './checks/belongings.ts';
import type { Check } from './checks/check.ts';
import { claimIds } from './checks/claim-ids.ts';
import { conflicts } from './checks/conflicts.ts';
import { dates } from './checks/dates.ts';
import { disputes } from './checks/disputes.ts';
import { ends } from './checks/ends.ts';
import { forms } from './checks/forms.ts';
import { lookAlikes } from './checks/look-alikes.ts';
import { nameCharacters } from './checks/name-characters.ts';
import { overwrites } from './checks/overwrites.ts';
import { propertyNames } from './checks/property-names.ts';
import { quotes } from './checks/quotes.ts';
import { speakers } from './checks/speakers.ts';
import { statuses } from './checks/statuses.ts';
import { unreviewed } from './checks/unreviewed.ts';
import { values } from './checks/values.ts';
import { vocabulary } from './checks/vocabulary.ts';

/** What an article's script must pass, in the order in which its author reads what is wrong. */
export const checks: readonly Check[] = [
  articleNode,
  ends,
  claimIds,
  belongings,
  forms,
  propertyNames,
  speakers,
  statuses,
  dates,
  quotes,
  disputes,
  values,
  overwrites,
  vocabulary,
  lookAlikes,
  nameCharacters,
  conflicts,
  unreviewed,
];
