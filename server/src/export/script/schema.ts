import { bookkeepingLabels } from '../../model/bookkeeping.ts';
import { textOf } from '../../model/stored-values.ts';
import type { Store } from '../../store/store.ts';
import type { Row } from '../../store/values.ts';
import { compareTexts } from '../graph/node-entry.ts';
import { nameInCypher } from '../text/cypher-value.ts';

/** A label and properties of nodes, in the constraint's or index's order. */
interface Declared {
  readonly label: string;
  readonly properties: readonly string[];
}

/** What every store can declare and tell: what must be unique, and indexes of one property. */
export interface Schema {
  readonly unique: readonly Declared[];
  readonly indexed: readonly Declared[];
}

/** Reads what the store declares. Names, and what only one store knows, are left out; so is the loader's own. */
export async function readSchema(store: Store): Promise<Schema> {
  const [constraints, indexes] = await store.read(async (transaction) => [
    (await transaction.run('SHOW CONSTRAINTS')).rows,
    (await transaction.run('SHOW INDEXES')).rows,
  ]);
  const unique = constraints
    .filter(({ type }) => type === 'UNIQUENESS' || type === 'UNIQUE')
    .flatMap(declared);
  const parts = indexes.filter(({ type }) => type === 'RANGE' || type === 'Hash');
  // The embedded store tells an index of several properties as several of one name, in no order.
  const whole = parts.filter(({ name }) => parts.filter((other) => other['name'] === name).length === 1);
  const known = new Set(unique.map(textFor));
  const indexed = whole
    .flatMap(declared)
    .filter((index) => index.properties.length === 1 && !known.has(textFor(index)));
  return { unique: inOrder(unique), indexed: inOrder(indexed) };
}

/** The schema as statements that change nothing where it is there already. Throws StoreError for names that cannot be written. */
export function schemaStatements({ unique, indexed }: Schema): readonly string[] {
  return [
    ...unique.map(
      ({ label, properties }) =>
        `CREATE CONSTRAINT IF NOT EXISTS FOR (n:${nameInCypher(label)}) REQUIRE ${required(properties)} IS UNIQUE;\n`,
    ),
    ...indexed.map(
      ({ label, properties }) =>
        `CREATE INDEX IF NOT EXISTS FOR (n:${nameInCypher(label)}) ON (${listed(properties)});\n`,
    ),
  ];
}

function required(properties: readonly string[]): string {
  return properties.length === 1 ? listed(properties) : `(${listed(properties)})`;
}

function listed(properties: readonly string[]): string {
  return properties.map((property) => `n.${nameInCypher(property)}`).join(', ');
}

/** One row of either store; none for what stands on relations. */
function declared(row: Row): readonly Declared[] {
  const { entityType, labelsOrTypes, label, properties, property } = row;
  if (entityType !== undefined && entityType !== 'NODE') return [];
  const named = textOf(Array.isArray(labelsOrTypes) ? labelsOrTypes[0] : label);
  if (named === null || bookkeepingLabels.some((own) => own === named)) return [];
  const keys = Array.isArray(properties)
    ? properties.map(String)
    : (textOf(properties ?? property)?.split(', ') ?? []);
  return [{ label: named, properties: keys }];
}

function textFor({ label, properties }: Declared): string {
  return JSON.stringify([label, ...properties]);
}

function inOrder(declarations: readonly Declared[]): readonly Declared[] {
  const byText = new Map(declarations.map((declaration) => [textFor(declaration), declaration]));
  return Array.from(byText)
    .toSorted(([one], [other]) => compareTexts(one, other))
    .map(([, declaration]) => declaration);
}
