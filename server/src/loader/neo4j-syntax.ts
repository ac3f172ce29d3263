import { depthChange } from '../lib/brackets.ts';
import { codeWords, plainName } from './code-words.ts';
import type { CodeWord } from './code-words.ts';
import type { Finding } from './script-problem.ts';
import type { Part } from './splitter.ts';

const writing = new Set(['CREATE', 'MERGE', 'SET', 'DELETE', 'DETACH', 'NODETACH', 'REMOVE', 'FOREACH']);
const reading = new Set(['MATCH', 'OPTIONAL', 'UNWIND', 'CALL']);
const turning = new Set(['WITH', 'RETURN', 'UNION', 'WHERE']);
/** With these a statement cannot end. */
const leadingOn = new Set(['MATCH', 'OPTIONAL', 'UNWIND', 'WITH']);
/** Behind these a keyword is a name, or belongs to another keyword. */
const notAClause = new Set([
  '.',
  ':',
  ',',
  'ON',
  'AS',
  'STARTS',
  'ENDS',
  'CSV',
  'OPTIONAL',
  'DETACH',
  'NODETACH',
  'RETURN',
  'DISTINCT',
  'BY',
  '$',
]);

/**
 * What Neo4j refuses in a statement and the embedded store takes without a word: a clause that reads right
 * behind one that writes, a statement that ends with nothing done, a name declared twice, a condition on what
 * is made. Only the outermost level of a statement is looked at: what is told is wrong for sure.
 */
export function neo4jSyntaxFindings(part: Part, text: string): readonly Finding[] {
  const words = codeWords(part, text);
  // Newer languages than Cypher 5 are less strict.
  if (words[0]?.upper === 'CYPHER') return [];
  const reader = new StatementReader();
  let depth = 0;
  for (const [at, word] of words.entries()) {
    depth += depthChange(word);
    if (depth === 0 && isClause(words, at)) reader.enter(word);
    else reader.read(words, at, depth);
  }
  return reader.end();
}

function isClause(words: readonly CodeWord[], at: number): boolean {
  const word = words[at];
  if (word?.kind !== 'word') return false;
  if (!writing.has(word.upper) && !reading.has(word.upper) && !turning.has(word.upper)) return false;
  const next = words[at + 1]?.text ?? '';
  return !notAClause.has(words[at - 1]?.upper ?? '') && !['.', ':', '=', ',', '+'].includes(next);
}

class StatementReader {
  readonly #findings: Finding[] = [];
  readonly #declared = new Set<string>();
  #clause: CodeWord | null = null;
  #lastWriting: CodeWord | null = null;
  #isMade = false;

  enter(word: CodeWord): void {
    const { upper } = word;
    if (upper === 'WHERE') {
      if (this.#isMade)
        this.#find(
          word,
          'A condition may not stand behind CREATE or MERGE.',
          'Look for things with MATCH ... WHERE first, and make what follows from them then.',
        );
      return;
    }
    if (upper === 'UNION') this.#leadsOn();
    if (reading.has(upper) && this.#lastWriting) {
      this.#find(
        word,
        `WITH is required between ${this.#lastWriting.upper} and ${upper}.`,
        'Write WITH and the names that are used further on between the two, or end the statement above with a semicolon.',
      );
    }
    if (upper === 'WITH' || upper === 'UNION') this.#declared.clear();
    this.#lastWriting = writing.has(upper) ? word : null;
    this.#isMade = upper === 'CREATE' || upper === 'MERGE';
    this.#clause = word;
  }

  /** Takes in the names of nodes; those that are made may not have been there before. */
  read(words: readonly CodeWord[], at: number, depth: number): void {
    // What follows `ON CREATE` and `ON MATCH` makes nothing.
    if (depth === 0 && words[at]?.upper === 'ON') this.#isMade = false;
    const isPattern = this.#isMade || this.#clause?.upper === 'MATCH' || this.#clause?.upper === 'OPTIONAL';
    const [bracket, name, next] = words.slice(at, at + 3);
    if (!isPattern || depth !== 1 || bracket?.text !== '(' || !name) return;
    if (name.kind !== 'word' && name.kind !== 'quoted-name') return;
    const variable = plainName(name);
    if (this.#isMade && this.#declared.has(variable) && (next?.text === ':' || next?.text === '{')) {
      this.#find(
        name,
        `The name ${variable} is already declared.`,
        `Write (${name.text}) alone to mean the same node, give another one another name, or end the statement above with a semicolon.`,
      );
    }
    this.#declared.add(variable);
  }

  end(): readonly Finding[] {
    this.#leadsOn();
    return this.#findings;
  }

  #leadsOn(): void {
    const clause = this.#clause;
    if (!clause || !leadingOn.has(clause.upper)) return;
    this.#find(
      clause,
      `A statement cannot end with ${clause.upper}.`,
      'Say what is to be done with what was found: RETURN, SET, MERGE, CREATE ...',
    );
  }

  #find({ start, end }: CodeWord, message: string, hint: string): void {
    this.#findings.push({ code: 'SYNTAX', message, hint, offset: start, length: end - start });
  }
}
