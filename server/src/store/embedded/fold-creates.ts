import { depthChange } from '../../lib/brackets.ts';
import { codeTokens } from './code-tokens.ts';

const CLAUSES = new Set(
  'MATCH OPTIONAL CREATE MERGE SET WITH RETURN UNWIND DELETE DETACH REMOVE FOREACH CALL WHERE ORDER LIMIT SKIP UNION'.split(
    ' ',
  ),
);

/**
 * Makes one clause of CREATE clauses that follow each other, which means the same to this engine: it
 * nests its plan one level deeper for every clause and refuses more than 128. A comma and blanks take
 * the word's place, so that all places in the text stay where they were.
 */
export function foldCreates(cypher: string): string {
  if (!/\bcreate\b[^]+\bcreate\b/iu.test(cypher)) return cypher;
  const tokens = codeTokens(cypher);
  let folded = '';
  let copied = 0;
  let depth = 0;
  let clause = '';
  tokens.forEach((token, at) => {
    depth += depthChange(token);
    if (depth > 0 || !CLAUSES.has(token.keyword) || tokens[at - 1]?.text === '.') return;
    if (token.keyword === 'CREATE' && clause === 'CREATE') {
      folded += `${cypher.slice(copied, token.start)},     `;
      copied = token.end;
    }
    // `ON CREATE` belongs to a MERGE.
    clause = tokens[at - 1]?.keyword === 'ON' ? 'ON' : token.keyword;
  });
  return folded + cypher.slice(copied);
}
