import { closingBracket } from '../lib/brackets.ts';
import { codeWords, plainName } from './code-words.ts';
import type { CodeWord } from './code-words.ts';
import type { Finding } from './script-problem.ts';
import type { Part } from './splitter.ts';

/**
 * Places where an article's script could change what belongs to others without naming it: properties set
 * on whatever a pattern finds, and ids that are put together, so that no reader sees whose they are.
 */
export function patternFindings(part: Part, text: string): readonly Finding[] {
  if (part.kind !== 'data') return [];
  const words = codeWords(part, text);
  const computed = computedIds(words).map((word) => ({ ...placeOf(word), ...computedId }));
  const changed = changedVariables(words);
  const bound = boundById(words, new Set(changed.map(plainName)));
  const loose = changed
    .filter((word) => !bound.has(plainName(word)))
    .map((word) => ({ ...placeOf(word), ...unnamed }));
  return [...computed, ...loose].toSorted((a, b) => a.offset - b.offset);
}

const unnamed = {
  code: 'SCRIPT_NOT_ALLOWED',
  message: 'This changes every node that the pattern finds, entities of other articles among them.',
  hint: "Name what is changed by its id: MATCH (e:Entity {id: '...'}) SET e += {...};",
} as const;

const computedId = {
  code: 'SCRIPT_NOT_ALLOWED',
  message: 'This id is put together, so that nobody sees whose it is.',
  hint: "Write it out: {id: '...'}, or as a text in the list that UNWIND goes through.",
} as const;

function placeOf({ start, end }: CodeWord): { readonly offset: number; readonly length: number } {
  return { offset: start, length: end - start };
}

const endOfSet = new Set(
  'MATCH OPTIONAL MERGE CREATE SET WITH UNWIND RETURN FOREACH WHERE ON CALL UNION'.split(' '),
);

/** The variables that SET clauses change: `x.name = ...`, `x += ...`, `x = ...`, `x:Label`, each behind SET or a comma. */
function changedVariables(words: readonly CodeWord[]): readonly CodeWord[] {
  const changed: CodeWord[] = [];
  for (const [at, word] of words.entries()) {
    if (!isClause(words, at) || word.upper !== 'SET') continue;
    let expected = true;
    for (let next = at + 1; next < words.length; next += 1) {
      const here = words[next];
      if (!here || here.text === ')' || (endOfSet.has(here.upper) && isClause(words, next))) break;
      if (expected) changed.push(here);
      expected = here.text === ',';
      if (['(', '[', '{'].includes(here.text)) next = closingBracket(words, next);
    }
  }
  return changed;
}

/** Not a property, a label or a key of a map of the same name. */
function isClause(words: readonly CodeWord[], at: number): boolean {
  const before = words[at - 1]?.text ?? '';
  return words[at]?.kind === 'word' && !['.', ':'].includes(before) && words[at + 1]?.text !== ':';
}

/**
 * Variables among these of patterns with an id, `(x:Entity {id: ...})`, and those looked for by theirs, `x.id = ...` or
 * `x.id IN ...`, unless an OR, XOR or NOT lets others in.
 */
function boundById(words: readonly CodeWord[], names: ReadonlySet<string>): ReadonlySet<string> {
  const bound = new Set<string>();
  const letsOthersIn = words.some(
    ({ upper, kind }) => kind === 'word' && ['OR', 'XOR', 'NOT'].includes(upper),
  );
  for (const [at, word] of words.entries()) {
    const name = words[at + 1];
    if ((word.text === '(' || word.text === '[') && name && names.has(plainName(name))) {
      const pattern = words.slice(at + 1, closingBracket(words, at));
      if (idKeys(pattern).length > 0) bound.add(plainName(name));
    }
    const [dot, property, operator] = [words[at + 1], words[at + 2], words[at + 3]];
    const isId = dot?.text === '.' && property !== undefined && plainName(property) === 'id';
    if (isId && !letsOthersIn && (operator?.text === '=' || operator?.upper === 'IN'))
      bound.add(plainName(word));
  }
  return bound;
}

/** Where a map gives an id: the indexes of its keys. */
function idKeys(words: readonly CodeWord[]): readonly number[] {
  const keys: number[] = [];
  for (const [at, word] of words.entries()) {
    if (words[at + 1]?.text !== ':' || plainName(word) !== 'id') continue;
    if (['{', ','].includes(words[at - 1]?.text ?? '')) keys.push(at);
  }
  return keys;
}

/** Ids of patterns that are neither a text, a parameter, a variable nor a property of one. */
function computedIds(words: readonly CodeWord[]): readonly CodeWord[] {
  return idKeys(words).flatMap((key) => {
    const value = valueAt(words, key + 2);
    const [first] = value;
    if (!first || (first.kind === 'string' && value.length === 1) || !isInPattern(words, key)) return [];
    const isPlain = value.length === 1 || (value.length === 3 && value[1]?.text === '.');
    return isPlain && !computedVariables(words).has(plainName(first)) ? [] : [first];
  });
}

/** Whether the map that a key stands in ends a node or a relation; any other is a value. */
function isInPattern(words: readonly CodeWord[], key: number): boolean {
  let open = key;
  for (let depth = 0; open >= 0; open -= 1) {
    const { text = '' } = words[open] ?? {};
    if (['}', ']', ')'].includes(text)) depth += 1;
    if (['{', '[', '('].includes(text)) {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  return [')', ']'].includes(words[closingBracket(words, open) + 1]?.text ?? '');
}

/** The words of a value of a map, up to the comma or brace behind it. */
function valueAt(map: readonly CodeWord[], start: number): readonly CodeWord[] {
  let end = start;
  while (end < map.length && !(map[end]?.text === ',' || map[end]?.text === '}')) {
    end = ['(', '[', '{'].includes(map[end]?.text ?? '') ? closingBracket(map, end) + 1 : end + 1;
  }
  return map.slice(start, end);
}

/** Variables that stand for something put together: `'a' + b AS x`, `[y IN list | ...] AS x`. */
function computedVariables(words: readonly CodeWord[]): ReadonlySet<string> {
  const made = new Set<string>();
  let opened = 0;
  for (const [at, word] of words.entries()) {
    if (['UNWIND', 'WITH'].includes(word.upper) && isClause(words, at)) opened = at;
    const name = words[at + 1];
    if (word.upper !== 'AS' || !name) continue;
    const said = words.slice(opened + 1, at);
    if (said.some(({ text }) => text === '+' || text === '|' || text === '(')) made.add(plainName(name));
  }
  return made;
}
