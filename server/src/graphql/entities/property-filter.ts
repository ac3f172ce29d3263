import { bounded } from '../base/bounded.ts';
import { requestError } from '../base/errors.ts';
import { limits } from '../base/limits.ts';

export type PropertyOp =
  | 'EQ'
  | 'NE'
  | 'LT'
  | 'LTE'
  | 'GT'
  | 'GTE'
  | 'CONTAINS'
  | 'STARTS_WITH'
  | 'IN'
  | 'EXISTS';

/** A condition as a client sends it: the value may be anything. */
export interface PropertyFilter {
  readonly key: string;
  readonly op: PropertyOp;
  readonly value?: unknown;
}

/** The same for `passesProperties`: values by kind, since stores take the number 1 for the text "1". */
export type PropertyCondition = {
  readonly key: string;
  readonly op: PropertyOp;
  readonly texts: readonly string[];
  readonly others: readonly (number | boolean)[];
  /** What orders and parts of texts are compared with: one of the two, or neither. */
  readonly text: string | null;
  readonly number: number | null;
  /** For EXISTS. */
  readonly wanted: boolean;
};

type Scalar = string | number | boolean;

/** Reads the conditions of a filter. Throws BAD_USER_INPUT with the path of what does not fit, LIMIT_EXCEEDED. */
export function propertyConditions(
  filters: readonly PropertyFilter[] | null | undefined,
): readonly PropertyCondition[] {
  const asked = filters ?? [];
  bounded({
    limit: 'filter.properties',
    value: asked.length,
    max: limits.propertyFilters,
    remedy: 'Ask for a part of them, and compare the rest of the properties yourself.',
  });
  return asked.map((filter, index) => conditionOf(filter, `filter.properties[${index}].value`));
}

function conditionOf({ key, op, value }: PropertyFilter, path: string): PropertyCondition {
  const none = { key, op, texts: [], others: [], text: null, number: null, wanted: true };
  switch (op) {
    case 'EQ':
    case 'NE':
      if (!isScalar(value))
        throw unfit(path, value, 'a text, a number, true or false; ask by EXISTS whether there is none');
      return { ...none, ...byKind([value]) };
    case 'IN': {
      if (!Array.isArray(value) || !value.every(isScalar))
        throw unfit(path, value, 'a list of texts, numbers, true or false');
      bounded({ limit: path, value: value.length, max: limits.ids, remedy: 'Ask in several parts.' });
      return { ...none, ...byKind(value) };
    }
    case 'LT':
    case 'LTE':
    case 'GT':
    case 'GTE':
      if (typeof value === 'string') return { ...none, text: value };
      if (typeof value === 'number') return { ...none, number: value };
      throw unfit(path, value, 'a number or a text');
    case 'CONTAINS':
    case 'STARTS_WITH':
      if (typeof value === 'string') return { ...none, text: value };
      throw unfit(path, value, 'a text');
    case 'EXISTS':
      if (value === null || value === undefined || typeof value === 'boolean')
        return { ...none, wanted: value ?? true };
      throw unfit(path, value, 'true or false');
  }
}

function byKind(values: readonly Scalar[]) {
  return {
    texts: values.filter((value) => typeof value === 'string'),
    others: values.filter((value) => typeof value !== 'string'),
  };
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function unfit(path: string, value: unknown, wanted: string): Error {
  const shown = JSON.stringify(value ?? null);
  const given = shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
  return requestError('BAD_USER_INPUT', `${path} is ${given}. Give ${wanted}.`, { path });
}

/**
 * A part of statements: whether the node `e` meets every condition in `$asked.properties`. Values that are
 * neither text, number nor truth, such as native dates, meet none but EXISTS.
 */
export const passesProperties = `all(f IN $asked.properties WHERE CASE
      WHEN f.op = 'EXISTS' THEN (e[f.key] IS NOT NULL) = f.wanted
      WHEN e[f.key] IS NULL THEN false
      ELSE (f.op = 'NE') <> coalesce(any(value IN
        CASE WHEN e[f.key] =~ '(?s).*' OR e[f.key] >= 0 OR e[f.key] < 0 OR e[f.key] IN [true, false] THEN [e[f.key]] ELSE e[f.key] END
        WHERE CASE WHEN value =~ '(?s).*'
          THEN CASE f.op WHEN 'LT' THEN value < f.text WHEN 'LTE' THEN value <= f.text WHEN 'GT' THEN value > f.text WHEN 'GTE' THEN value >= f.text
            WHEN 'CONTAINS' THEN value CONTAINS f.text WHEN 'STARTS_WITH' THEN value STARTS WITH f.text ELSE value IN f.texts END
          ELSE CASE f.op WHEN 'LT' THEN value < f.number WHEN 'LTE' THEN value <= f.number WHEN 'GT' THEN value > f.number WHEN 'GTE' THEN value >= f.number
            WHEN 'CONTAINS' THEN false WHEN 'STARTS_WITH' THEN false ELSE value IN f.others END
        END), false) END)`;
