import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

import { parsePartialDate } from '../../model/partial-date.ts';

/** A stored date is given as it is stored: one that is none shows what to mend. */
const PartialDate = new GraphQLScalarType<string, string>({
  name: 'PartialDate',
  serialize: String,
  parseValue: readPartialDate,
  parseLiteral: (node) => readPartialDate(node.kind === Kind.STRING ? node.value : null),
});

/** Values as stored; what JSON has no number for is text. */
const JSONValue = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  serialize: plain,
  parseValue: (value) => value,
});

/** Only given out: what is no address of the web is left out where articles are read. */
const URLValue = new GraphQLScalarType<unknown, string>({ name: 'URL', serialize: String });

export const scalars = { PartialDate, JSON: JSONValue, URL: URLValue };

function readPartialDate(value: unknown): string {
  if (typeof value === 'string' && parsePartialDate(value) !== null) return value;
  throw new GraphQLError(
    `${JSON.stringify(value)} is no date. Write 2026, 2026-01, 2026-01-28, or an instant with its zone.`,
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
