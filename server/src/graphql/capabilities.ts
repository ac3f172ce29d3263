import { analysis } from './analysis/resolvers.ts';
import { article } from './article/resolvers.ts';
import type { Capability } from './base/capability.ts';
import { shared } from './base/shared.ts';
import { changes } from './changes/resolvers.ts';
import { claim } from './claim/resolvers.ts';
import { commonNeighbors } from './common-neighbors/resolvers.ts';
import { entities } from './entities/resolvers.ts';
import { entity } from './entity/resolvers.ts';
import { exports } from './exports/resolvers.ts';
import { loadScript } from './load-script/resolvers.ts';
import { matchNames } from './match-names/resolvers.ts';
import { node } from './node/resolvers.ts';
import { paths } from './paths/resolvers.ts';
import { relation } from './relation/resolvers.ts';
import { search } from './search/resolvers.ts';
import { statistics } from './statistics/resolvers.ts';
import { subgraph } from './subgraph/resolvers.ts';
import { timeline } from './timeline/resolvers.ts';
import { types } from './types/resolvers.ts';

/** All that reads, one line each. */
export const capabilities: readonly Capability[] = [
  shared,
  node,
  entity,
  entities,
  relation,
  claim,
  article,
  search,
  matchNames,
  commonNeighbors,
  subgraph,
  paths,
  analysis,
  timeline,
  types,
  statistics,
  changes,
  exports,
];

/** All that writes: served only where there is a token for it. */
export const writingCapabilities: readonly Capability[] = [loadScript];
