import { closingBracket } from '../../lib/brackets.ts';
import { stringValue } from '../../lib/cypher-lexer.ts';
import { type CodeToken } from './code-tokens.ts';

const day = String.raw`\d{4}-\d{2}-\d{2}`;
const time = (digits: number): string => String.raw`\d{2}:\d{2}(?::\d{2}(?:\.\d{1,${digits}}0*)?)?`;
const offset = String.raw`(?:Z|[+-]\d{2}:\d{2})?`;

/**
 * The texts that the engine (0.6.0) keeps whole. Of others it stores null (zones with a name, the notations
 * without separators and by weeks, parts of a month), or cuts fractions off, without a word.
 */
const keptWhole: Readonly<Record<string, RegExp>> = {
  DATETIME: new RegExp(`^${day}(?:T${time(6)}${offset})?$`, 'u'),
  LOCALDATETIME: new RegExp(`^${day}(?:T${time(3)})?$`, 'u'),
  TIME: new RegExp(`^${time(9)}${offset}$`, 'u'),
  LOCALTIME: new RegExp(`^${time(9)}$`, 'u'),
  DURATION:
    /^-?P(?:-?\d+Y)?(?:-?\d+M)?(?:-?\d+W)?(?:-?\d+D)?(?:T(?:-?\d+H)?(?:-?\d+M)?(?:-?\d+S|\d+\.\d{1,9}S)?)?$/u,
};

/** Keys of maps of which the same is true, whatever their values are. */
const lostKeys: Readonly<Record<string, ReadonlySet<string>>> = {
  DATETIME: new Set(['TIMEZONE', 'NANOSECOND']),
  LOCALDATETIME: new Set(['MICROSECOND', 'NANOSECOND']),
  TIME: new Set(['TIMEZONE']),
};

/**
 * Whether a date or time begins at this token, written out as a text or a map, of which the engine would
 * lose something.
 */
export function losesTime(tokens: readonly CodeToken[], at: number): boolean {
  const name = tokens[at]?.keyword ?? '';
  const kept = keptWhole[name];
  if (kept === undefined || tokens[at + 1]?.text !== '(' || tokens[at - 1]?.text === '.') return false;
  const argument = tokens.slice(at + 2, closingBracket(tokens, at + 1));
  const [first] = argument;
  if (first?.kind === 'string') return argument.length === 1 && !kept.test(stringValue(first.text));
  const lost = lostKeys[name];
  if (first?.text !== '{' || lost === undefined) return false;
  return argument.some(({ keyword }, place) => lost.has(keyword) && argument[place + 1]?.text === ':');
}
