import { isNamePlace, plainName } from './code-words.ts';
import type { CodeWord } from './code-words.ts';
import type { Refusal, ScriptKind } from './gate-rules.ts';

/** Procedures that neither change nor read anything but the graph's own lists of names. */
const harmlessProcedures = ['db.awaitIndexes', 'db.labels', 'db.propertyKeys', 'db.relationshipTypes'];
const harmless = new Set(harmlessProcedures.map((name) => name.toLowerCase()));

const builtInNamespaces = new Set([
  'DATE',
  'DATETIME',
  'LOCALDATETIME',
  'LOCALTIME',
  'TIME',
  'DURATION',
  'POINT',
]);

/** Why what is called here may not be: a procedure, a subquery of an article, a function somebody installed. */
export function callRefusal(words: readonly CodeWord[], at: number, kind: ScriptKind): Refusal | null {
  const word = words[at];
  if (word?.upper === 'CALL' && !isNamePlace(words, at)) return procedureOrSubquery(words, at, kind);
  return word?.kind === 'word' || word?.kind === 'quoted-name' ? installedFunction(words, at) : null;
}

function procedureOrSubquery(words: readonly CodeWord[], at: number, kind: ScriptKind): Refusal | null {
  const next = words[at + 1];
  if (next?.text === '{' || next?.text === '(') {
    return kind === 'graph'
      ? null
      : {
          message: "An article's script may not hold subqueries.",
          hint: 'Write it with MATCH, MERGE, CREATE, SET, UNWIND, WITH and FOREACH; a script is one transaction as it is.',
        };
  }
  if (next?.kind !== 'word' && next?.kind !== 'quoted-name') return null;
  const { name, end } = dottedName(words, at + 1);
  // A variable that is called like the clause has neither a dotted name nor brackets behind it.
  if (!name.includes('.') && words[end + 1]?.text !== '(') return null;
  if (kind === 'graph' && harmless.has(name.toLowerCase())) return null;
  return {
    message: `A script may not call procedures, such as ${name}.`,
    hint:
      kind === 'graph'
        ? `Take it out; a graph's script may call ${harmlessProcedures.join(', ')}.`
        : 'Write it with MATCH, MERGE, CREATE, SET, UNWIND, WITH and FOREACH.',
  };
}

/** `name.name(` is a function that somebody installed: it may do anything. */
function installedFunction(words: readonly CodeWord[], at: number): Refusal | null {
  const before = words[at - 1];
  if (words[at + 1]?.text !== '.' || before?.text === '.' || builtInNamespaces.has(words[at]?.upper ?? ''))
    return null;
  const { name, end } = dottedName(words, at);
  if (words[end + 1]?.text !== '(') return null;
  if (before?.upper === 'CALL' && harmless.has(name.toLowerCase())) return null;
  return {
    message: `A script may not call functions that were added to the database, such as ${name}.`,
    hint: 'Use functions of Cypher itself; the graph must be the same on every store.',
  };
}

/** `name.name.name` from a word on, and the index of its last word. */
function dottedName(words: readonly CodeWord[], at: number): { readonly name: string; readonly end: number } {
  let end = at;
  const names = [nameAt(words, at)];
  while (words[end + 1]?.text === '.' && words[end + 2] !== undefined && words[end + 2]?.kind !== 'symbol') {
    end += 2;
    names.push(nameAt(words, end));
  }
  return { name: names.join('.'), end };
}

function nameAt(words: readonly CodeWord[], at: number): string {
  const word = words[at];
  return word === undefined ? '' : plainName(word);
}
