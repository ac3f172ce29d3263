import { beforeAll, describe, expect, it } from 'vitest';

import { inForm } from '../../server/src/graphql/base/graph-form.ts';
import type { GraphShape } from '../../server/src/graphql/base/graph-shape.ts';
import { ofOneParent } from '../../server/src/graphql/base/one-parent.ts';
import { capabilities } from '../../server/src/graphql/capabilities.ts';
import { constraintStatements } from '../../server/src/loader/explain-constraint.ts';
import { graphIdStatements } from '../../server/src/loader/graph-id.ts';
import { historyStatements } from '../../server/src/loader/history.ts';
import { surroundingStatements } from '../../server/src/loader/surroundings.ts';
import { trespassStatements } from '../../server/src/loader/trespass.ts';
import { unloadStatements } from '../../server/src/loader/unload.ts';
import { type OtherForm, rowsOf, type Statement } from '../../server/src/store/statement.ts';
import type { Store } from '../../server/src/store/store.ts';
import type { ParameterValue, Row, StoreValue } from '../../server/src/store/values.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachStore } from '../support/stores.ts';

const statements = capabilities.flatMap((capability) => capability.statements);
/** Those that write do so in a transaction that is rolled back, so they need not find anything. */
const loaderStatements: readonly Statement[] = [
  ...surroundingStatements,
  ...historyStatements,
  ...graphIdStatements,
  ...unloadStatements,
  ...trespassStatements,
  ...constraintStatements,
];
const names = [...statements, ...loaderStatements].map(({ name }) => name);

/** What the first store answered, which is the embedded one: every other has to answer the same. */
const answers = new Map<string, readonly unknown[]>();

describe('statements of the API', () => {
  it('have names that tell them apart', () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('are bounded, or count', () => {
    const unbounded = statements.filter(
      ({ cypher }) => !/\bLIMIT \$limit\b/u.test(cypher) && !/\bcount\(/u.test(cypher),
    );
    expect(unbounded.map(({ name }) => name)).toEqual([
      'base.entities-by-id',
      'base.articles-by-id',
      'base.article-texts',
      'base.numbers-of-entities',
    ]);
  });
});

forEachStore((_, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await openLoadedStore(open);
  });

  it.each(loaderStatements)('$name of the loader runs', async (statement) => {
    const rows = await store.write((transaction) => rowsOf(transaction, statement, statement.example), {
      rollback: true,
    });
    // When a load was is another moment in each store.
    const plain = rows.map((row) => plainRow({ ...row, at: null }));
    const expected = answers.get(statement.name) ?? plain;
    if (!answers.has(statement.name)) answers.set(statement.name, plain);
    expect(ordered(statement, plain)).toEqual(ordered(statement, expected));
  });

  it.each(statements.filter(({ forms }) => forms !== undefined))(
    '$name finds the same when it is written for any graph',
    async (statement) => {
      const graph: GraphShape = { form: formIn(store), captions: { Entity: 'name' }, nodes: 0 };
      const [formed, parameters] = inForm(graph, statement, statement.example);
      const rows = await store.read((transaction) => rowsOf(transaction, formed, parameters));
      const expected = await run(store, statement);
      expect(ordered(statement, rows.map(plainRow))).toEqual(ordered(statement, expected.map(plainRow)));
    },
  );

  it.each(statements.filter(({ unfiltered }) => unfiltered !== undefined))(
    '$name finds the same without the conditions of a filter that asks for nothing',
    async (statement) => {
      const rows = await run(store, { ...statement, cypher: statement.unfiltered?.claims ?? '' });
      const parameters = {
        ...statement.example,
        ...('direction' in statement.example && { direction: 'BOTH' }),
      };
      const expected = await run(store, { ...statement, example: parameters });
      expect(ordered(statement, rows.map(plainRow))).toEqual(ordered(statement, expected.map(plainRow)));
    },
  );

  it.each(statements.filter(({ cypher }) => cypher.startsWith('UNWIND $parents AS p\nCALL (p)')))(
    '$name finds the same for one parent alone',
    async (statement) => {
      const { parents } = statement.example as unknown as { readonly parents: readonly ParameterValue[] };
      const example = { ...statement.example, parents: parents.slice(0, 1) };
      const rows = await run(store, { ...ofOneParent(statement), example });
      const expected = await run(store, { ...statement, example });
      // Which parent it is need not be said.
      const plain = (some: readonly Row[]) => some.map((row) => plainRow({ ...row, parent: null }));
      expect(ordered(statement, plain(rows))).toEqual(ordered(statement, plain(expected)));
    },
  );

  it.each(statements)('$name finds its example', async (statement) => {
    const rows = await run(store, statement);
    expect(rows.length).toBeGreaterThan(0);
    const plain = rows.map(plainRow);
    const expected = answers.get(statement.name) ?? plain;
    if (!answers.has(statement.name)) answers.set(statement.name, plain);
    expect(ordered(statement, plain)).toEqual(ordered(statement, expected));
  });
});

/** How the nodes of any graph are found in a store. */
function formIn({ features }: Store): OtherForm {
  return features.has('element-id-seek') ? 'elements' : 'numbered';
}

function run(store: Store, statement: Statement): Promise<readonly Row[]> {
  return store.read((transaction) => rowsOf(transaction, statement, statement.example));
}

/** Rows in the order of a statement that has one; else in an order of their own. */
function ordered({ cypher }: Statement, rows: readonly unknown[]): readonly unknown[] {
  if (/\bORDER BY\b/u.test(cypher)) return rows;
  return rows.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

function plainRow(row: Row): unknown {
  const { entity } = row;
  if (!Array.isArray(entity)) return plainValue(row);
  const [labels = null, id = null, name = null, aliases = null, anonymous = null] =
    entity as readonly StoreValue[];
  return plainValue({ ...row, entity: { labels, id, name, aliases, anonymous } });
}

/** Without element ids and numbers of nodes, which each store gives itself, without what only other graphs are called by, and with sets of labels in order. */
function plainValue(value: StoreValue): unknown {
  if (Array.isArray(value)) return value.map((item: StoreValue) => plainValue(item)).toSorted(byText);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Readonly<Record<string, StoreValue>>)
    .filter(([key]) => !/ElementId$|^elementId$|^nodeNumber$|^caption$/u.test(key))
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, plainValue(inner)]));
}

function byText(one: unknown, other: unknown): number {
  return String(one) < String(other) ? -1 : 1;
}
