import type { ScriptKind } from './gate-rules.ts';
import { neo4jSyntaxFindings } from './neo4j-syntax.ts';
import type { Finding } from './script-problem.ts';
import type { Part } from './splitter.ts';

/**
 * What only old versions took (`{p}` for `$p`), and what one store refuses and another takes without a
 * word, or both understand differently: a merge on a null id (Neo4j fails, the embedded store keeps a node
 * without id), and in articles `date('2026-01')`, which Neo4j makes the first of the month; in graphs from
 * elsewhere the store itself says what it cannot keep.
 */
export function unportableFindings(part: Part, text: string, kind: ScriptKind): readonly Finding[] {
  return [...neo4jSyntaxFindings(part, text), ...valueFindings(part, text, kind)];
}

function valueFindings(part: Part, text: string, kind: ScriptKind): readonly Finding[] {
  const bodies = part.tokens.map((token) => text.slice(token.start, token.end));
  return part.tokens.flatMap(({ start, end }, index): Finding[] => {
    const at = { offset: start, length: end - start };
    const body = bodies[index]?.toLowerCase();
    if (body === 'null' && bodies[index - 1] === ':' && bodies[index - 2] === 'id') {
      const hint = "Give it a text: {id: 'ana-ruiz'}.";
      return [{ ...at, code: 'VALUE', message: 'An id cannot be null.', hint }];
    }
    // `n {p}` is a projection of a map, and anything else in braces has a colon.
    const before = part.tokens[index - 1]?.kind;
    const inBraces = bodies[index] === '{' && bodies[index + 2] === '}';
    if (inBraces && part.tokens[index + 1]?.kind === 'word' && before === 'symbol') {
      const hint = `Write: $${bodies[index + 1] ?? ''}`;
      const message = 'This is how Neo4j 3 and older wrote a parameter.';
      return [
        {
          offset: start,
          length: (part.tokens[index + 2]?.end ?? end) - start,
          code: 'SYNTAX',
          message,
          hint,
        },
      ];
    }
    const wrapsText = bodies[index + 1] === '(' && part.tokens[index + 2]?.kind === 'string';
    if (kind === 'article' && body === 'date' && wrapsText && bodies[index - 1] !== '.') {
      const hint = `Write the text alone, such as '2026-01-28', '2026-01' or '2026'.`;
      const message = 'date() makes a full date of a partial one, and every store another.';
      return [{ ...at, code: 'DATE', message, hint }];
    }
    return [];
  });
}
