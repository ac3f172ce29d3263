import { anyGraphSearchStatements } from './any-graph-search.ts';
import type { Capability } from './capability.ts';
import { articlePublishers } from './claim-facets.ts';
import { claimStatements } from './claim-statements.ts';
import { numbersOfEntities } from './graph-numbers.ts';
import { shapeStatements } from './graph-shape.ts';
import { stateStatements } from './graph-state.ts';
import { growStatements } from './grow-statements.ts';
import { loadStatements } from './load-statements.ts';
import { publicationDates } from './publication-dates.ts';
import { relationStatements } from './relation-statements.ts';
import { scalars } from './scalars.ts';
import { schema } from './shared-schema.ts';

/** What the capabilities share: scalars, statuses, filter, and the statements that lists are read with. */
export const shared: Capability = {
  schema,
  resolvers: {
    ...scalars,
    ClaimStatus: {
      RETRACTED: 'retracted',
      DENIED: 'denied',
      PLANNED: 'planned',
      PREDICTED: 'predicted',
      QUESTIONED: 'questioned',
      OPINION: 'opinion',
      REPORTED: 'reported',
      ASSERTED: 'asserted',
    },
  },
  statements: [
    ...loadStatements,
    ...relationStatements,
    ...claimStatements,
    ...growStatements,
    numbersOfEntities,
    publicationDates,
    articlePublishers,
    ...shapeStatements,
    ...stateStatements,
    ...anyGraphSearchStatements,
  ],
};
