import type { CodeWord } from './code-words.ts';
import type { GateRules } from './gate-rules.ts';
import type { Finding } from './script-problem.ts';

/** Words with which a statement on data may begin. */
const openings = ['MERGE', 'CREATE', 'MATCH', 'OPTIONAL', 'UNWIND', 'WITH', 'RETURN', 'FOREACH'];
/** In graphs from elsewhere also these; what they may do is judged where they stand. */
const graphOpenings = [...openings, 'CALL', 'LOAD', 'INSERT', 'CYPHER'];

const schemaSubjects = new Set('CONSTRAINT INDEX RANGE TEXT POINT FULLTEXT VECTOR LOOKUP OR'.split(' '));

/** Why a statement may not begin as it does; null if it may. */
export function openingRefusal(
  words: readonly CodeWord[],
  { kind }: GateRules,
): Pick<Finding, 'code' | 'message' | 'hint'> | null {
  const allowed = kind === 'graph' ? graphOpenings : openings;
  const first = words[0];
  if (first?.upper === 'CYPHER' && kind === 'graph') return behindPrefix(words, allowed);
  if (first?.kind === 'word' && allowed.includes(first.upper)) return null;
  return refusal(first, allowed);
}

function refusal(
  first: CodeWord | undefined,
  allowed: readonly string[],
): Pick<Finding, 'code' | 'message' | 'hint'> {
  const list = allowed.filter((word) => word !== 'OPTIONAL' && word !== 'CYPHER').join(', ');
  const isWord = first?.kind === 'word';
  return {
    code: isWord ? 'SCRIPT_NOT_ALLOWED' : 'SYNTAX',
    message: isWord
      ? `A statement may not begin with ${first.upper}.`
      : 'A statement cannot begin like this.',
    hint: `Statements of a script begin with ${list}; each ends with a semicolon.`,
  };
}

/** `CYPHER 5 planner=cost MATCH ...`: what counts is the statement behind the version and the options. */
function behindPrefix(
  words: readonly CodeWord[],
  allowed: readonly string[],
): Pick<Finding, 'code' | 'message' | 'hint'> | null {
  let at = 1;
  if (words[at]?.kind === 'number') at += 1;
  while (words[at + 1]?.text === '=') at += 3;
  const first = words[at];
  if (first?.upper === 'CREATE' && schemaSubjects.has(words[at + 1]?.upper ?? '')) {
    return {
      code: 'SCRIPT_NOT_ALLOWED',
      message: 'A schema statement may not stand behind CYPHER.',
      hint: 'Take the word CYPHER and what belongs to it out: schema statements run by themselves.',
    };
  }
  const isNested = first?.upper === 'CYPHER';
  return first?.kind === 'word' && !isNested && allowed.includes(first.upper)
    ? null
    : refusal(first, allowed);
}
