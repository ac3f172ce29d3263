import { codeWords } from './code-words.ts';
import type { CodeWord } from './code-words.ts';
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
  const words = codeWords(part, text);
  const findings: Finding[] = [];
  for (const at of words.keys()) {
    const finding = nullId(words, at) ?? oldParameter(words, at) ?? dateOfText(words, at, kind);
    if (finding) findings.push(finding);
  }
  return findings;
}

function nullId(words: readonly CodeWord[], at: number): Finding | null {
  const word = words[at];
  if (word?.upper !== 'NULL' || words[at - 1]?.text !== ':' || words[at - 2]?.text !== 'id') return null;
  const hint = "Give it a text: {id: 'ana-ruiz'}.";
  return { ...placeOf(word, word), code: 'VALUE', message: 'An id cannot be null.', hint };
}

/** `{p}`: `n {p}` is a projection of a map, and anything else in braces has a colon. */
function oldParameter(words: readonly CodeWord[], at: number): Finding | null {
  const word = words[at];
  if (word?.text !== '{' || words[at - 1]?.kind !== 'symbol') return null;
  const [name, closing] = [words[at + 1], words[at + 2]];
  if (closing?.text !== '}' || name?.kind !== 'word') return null;
  const message = 'This is how Neo4j 3 and older wrote a parameter.';
  return { ...placeOf(word, closing), code: 'SYNTAX', message, hint: `Write: $${name.text}` };
}

function dateOfText(words: readonly CodeWord[], at: number, kind: ScriptKind): Finding | null {
  const word = words[at];
  if (kind !== 'article' || word?.upper !== 'DATE' || words[at - 1]?.text === '.') return null;
  if (words[at + 1]?.text !== '(' || words[at + 2]?.kind !== 'string') return null;
  const hint = `Write the text alone, such as '2026-01-28', '2026-01' or '2026'.`;
  const message = 'date() makes a full date of a partial one, and every store another.';
  return { ...placeOf(word, word), code: 'DATE', message, hint };
}

function placeOf(first: CodeWord, last: CodeWord): Pick<Finding, 'offset' | 'length'> {
  return { offset: first.start, length: last.end - first.start };
}
