import { type GraphQLField, type GraphQLObjectType, Kind, parse } from 'graphql';
import { beforeAll, describe, expect, it } from 'vitest';

import { errorCodes } from '../../server/src/graphql/base/errors.ts';
import { limits as queryLimits } from '../../server/src/graphql/base/limits.ts';
import { buildSchema } from '../../server/src/graphql/schema.ts';
import { limits as serverLimits, requestLimits } from '../../server/src/http/limits.ts';
import { openApp, type TestApp } from '../support/app.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachKindOfStore } from '../support/stores.ts';
import { guide, guideExamples, sections } from './guide.ts';

const token = 'a-token-of-the-guide-0123456789';

const schema = buildSchema({ writable: true });
const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
  .filter((type): type is GraphQLObjectType => Boolean(type))
  .flatMap((type) => Object.values(type.getFields()));

/** What every list takes, told once for all. */
const paging = ['first', 'after', 'last', 'before'];

const rootFields = (document: string): readonly string[] =>
  parse(document).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? definition.selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []))
      : [],
  );

const codes = [...guide.matchAll(/^\| `([A-Z_]+)` \|[^|]*\| (?:`([^`]+)`)?/gm)].map(
  ([, code = '', document]) => ({ code, document }),
);

describe('docs/api.md', () => {
  it.each(fields)(
    '$name has a section that shows it, with all that it takes',
    (field: GraphQLField<unknown, unknown>) => {
      const section = sections.find(({ title }) => title === field.name);
      const shown = guideExamples.filter((example) => example.section === field.name);
      expect(shown.flatMap(({ document }) => rootFields(document))).toContain(field.name);
      const taken = field.args.map(({ name }) => name).filter((name) => !paging.includes(name));
      expect(taken.filter((name) => !section?.text.includes(`\`${name}\``))).toEqual([]);
    },
  );

  it('tells every code', () => {
    expect(codes.map(({ code }) => code).toSorted()).toEqual([...errorCodes].toSorted());
  });

  it('states the limits that hold', () => {
    const { bodyBytes, deadlineMs, ...counts } = requestLimits;
    const stated: Readonly<Record<string, number>> = {
      'points of a query': counts.cost,
      'levels of a query': counts.depth,
      'words and signs of a query': counts.tokens,
      'aliases; directives': counts.aliases,
      'kB of a request': bodyBytes / 1024,
      'seconds to the answer': deadlineMs / 1000,
      'objects of an answer': serverLimits.answerObjects,
      'queries at once': counts.running,
      'levels inside a variable': serverLimits.variableDepth,
      'entries of a list in a variable': serverLimits.variableListLength,
      'items of a page at the root': queryLimits.rootPage,
      'items of a page inside another object': queryLimits.nestedPage,
      'ids of one argument': queryLimits.ids,
      'depth of a subgraph': queryLimits.subgraphDepth,
      'nodes of a subgraph': queryLimits.subgraphNodes,
      'relations of a subgraph': queryLimits.subgraphRelations,
      'streams of one address': serverLimits.streamsPerAddress,
    };
    const rows = Object.entries(stated).map(([what, most]) => `| ${what} | ${most.toLocaleString('en')}`);
    expect(rows.filter((row) => !guide.includes(row))).toEqual([]);
  });
});

forEachKindOfStore((_, open) => {
  let app: TestApp;
  beforeAll(async () => {
    const store = await openLoadedStore(open);
    app = await openApp({ store, settings: { CLAIMGRAPH_WRITE_TOKEN: token } });
    return () => app.close();
  });

  /** As a client with the write token asks; of a stream only its first answer is read. */
  async function ask(query: string, variables: Readonly<Record<string, unknown>> = {}) {
    const stream = query.startsWith('subscription');
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: stream ? 'text/event-stream' : 'application/json',
        Authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({ query, variables }),
    });
    return (stream ? await firstOf(response) : await response.json()) as Record<string, unknown>;
  }

  it.each(guideExamples)('$section: $document', async ({ document, variables, answer }) => {
    const told = withoutLocations(await ask(document, variables));
    // Of an example that shows no answer this is all that has to be so.
    const shown = ['errors', ...Object.keys(answer ?? {})].filter((key) => key in told);
    expect(Object.fromEntries(shown.map((key) => [key, told[key]]))).toEqual(answer ?? {});
  });

  it.each(codes.filter(({ document }) => document?.includes('{')))(
    '$document is answered with $code',
    async ({ code, document = '' }) => {
      expect(await ask(document)).toMatchObject({ errors: [{ extensions: { code } }] });
    },
  );
});

async function firstOf(response: Response): Promise<unknown> {
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString('utf8');
    const [, data] = /^data: (.+)$/m.exec(text) ?? [];
    if (data !== undefined) return JSON.parse(data);
  }
  throw new Error(`The stream ended without an answer: ${text}`);
}

/** Where in the document an error stands depends on how the page breaks its lines. */
function withoutLocations(answer: Record<string, unknown>): Record<string, unknown> {
  const { errors } = answer;
  if (!Array.isArray(errors)) return answer;
  return {
    ...answer,
    errors: errors.map((error: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(Object.entries(error).filter(([key]) => key !== 'locations')),
    ),
  };
}
