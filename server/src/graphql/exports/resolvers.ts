import {
  astFromValue,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isInputType,
  valueFromASTUntyped,
} from 'graphql';

import { formats } from '../../export/formats.ts';
import type { Capability } from '../base/capability.ts';
import { type AskedSubgraph, exportLink, type LinkedPart } from '../base/export-link.ts';
import type { SubgraphArguments } from '../base/subgraph-arguments.ts';
import { schema } from './schema.ts';

export const exports: Capability = {
  schema,
  statements: [],
  resolvers: {
    Query: { exports: () => linksTo({ kind: 'whole' }) },
    Article: { exports: ({ id }: { readonly id: string }) => linksTo({ kind: 'article', article: id }) },
    Subgraph: {
      exports: (...[{ asked }, , , { schema: api }]: OfSubgraph) =>
        linksTo({ kind: 'subgraph', asked: asWritten(asked, api) }),
    },
  },
};

type OfSubgraph = [
  parent: { readonly asked: SubgraphArguments },
  given: unknown,
  context: unknown,
  info: GraphQLResolveInfo,
];

function linksTo(part: LinkedPart): readonly object[] {
  return formats.map(({ name, extension, mediaType }) => ({
    format: name,
    mediaType,
    href: exportLink(`${name}.${extension}`, part),
  }));
}

/** The arguments with the filter as clients write it: names of the schema, not values of the model. */
function asWritten({ filter, ...asked }: SubgraphArguments, api: GraphQLSchema): AskedSubgraph {
  const type = api.getType('ClaimFilter');
  const written = isInputType(type) && filter ? astFromValue(filter, type) : null;
  return {
    seeds: asked.seeds,
    ...(typeof asked.depth === 'number' ? { depth: asked.depth } : {}),
    ...(typeof asked.maxNodes === 'number' ? { maxNodes: asked.maxNodes } : {}),
    ...(typeof asked.maxRelations === 'number' ? { maxRelations: asked.maxRelations } : {}),
    ...(written ? { filter: valueFromASTUntyped(written) } : {}),
  };
}
