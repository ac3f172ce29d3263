import type { StoreMap, StoreValue } from '../../store/values.ts';
import { spanInClaim, spanOfText } from '../loaded-article.ts';
import type { ScriptSpan } from '../loaded-article.ts';
import type { Finding } from '../script-problem.ts';
import type { Check } from './check.ts';

/** Properties that Neo4j refuses and the embedded store takes: the graph must be the same on both. */
export const values: Check = {
  name: 'values',
  find: (loaded) => [
    ...loaded.claims.flatMap((claim) => valueFindings(claim.properties, spanInClaim(loaded, claim, null))),
    ...Array.from(loaded.nodes).flatMap(([id, { properties }]) =>
      valueFindings(properties, spanOfText(loaded.prepared, id)),
    ),
  ],
};

function valueFindings(properties: StoreMap, at: ScriptSpan): readonly Finding[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    const message = whatIsWrong(name, value);
    const hint = 'Write texts, numbers, truth values, or lists of one kind of them.';
    return message === null ? [] : [{ ...at, code: 'VALUE', message, hint }];
  });
}

function whatIsWrong(name: string, value: StoreValue): string | null {
  if (Array.isArray(value)) {
    const kinds = new Set(value.map((item) => (item === null ? 'null' : typeof item)));
    if (kinds.size > 1) return `The list "${name}" mixes values of several kinds.`;
    return kinds.has('object') || kinds.has('null')
      ? `The list "${name}" holds a list, a map or null.`
      : null;
  }
  return typeof value === 'object' && value !== null ? `The property "${name}" is a map.` : null;
}
