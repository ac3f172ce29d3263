import { bookkeepingLabels } from '../model/bookkeeping.ts';
import { codeWords, plainName } from './code-words.ts';
import type { CodeWord } from './code-words.ts';
import { callRefusal } from './gate-calls.ts';
import { clauseRefusal } from './gate-clauses.ts';
import { openingRefusal } from './gate-opening.ts';
import type { GateRules, Refusal, ScriptKind } from './gate-rules.ts';
import { oldFormFindings } from './old-forms.ts';
import { modernForm } from './old-syntax.ts';
import type { Finding } from './script-problem.ts';
import type { Part } from './splitter.ts';

/**
 * What a script asks for and may not have. Works on tokens, so that comments, case and line breaks hide
 * nothing; a lexer has refused escapes outside of strings before. Names that only look like clauses
 * (`n.delete`, `(call)`) pass; where it is not clear, it is refused.
 */
export function gateFindings(part: Part, text: string, rules: GateRules): readonly Finding[] {
  if (part.kind === 'schema') return schemaFindings(part, rules.kind);
  const words = codeWords(part, text);
  const findings = [...oldFormFindings(part, words, text)];
  let refused = -2;
  for (const [at, { start, end }] of words.entries()) {
    const refusal = refusalAt(words, at, rules);
    // `DETACH DELETE` and `CALL name.name()` are said once.
    if (refusal && refused < at - 1) {
      const { message, hint } = refusal;
      findings.push({ code: 'SCRIPT_NOT_ALLOWED', message, hint, offset: start, length: end - start });
    }
    if (refusal) refused = at;
  }
  const opening = openingRefusal(words, rules);
  const { start, end } = words[0] ?? { start: part.offset, end: part.offset };
  // Where a statement begins with a refused clause, the clause says more than the opening.
  if (opening && !findings.some(({ offset }) => offset === start)) {
    findings.unshift({ ...opening, offset: start, length: end - start });
  }
  return findings;
}

function refusalAt(words: readonly CodeWord[], at: number, rules: GateRules): Refusal | null {
  const { kind, text = '' } = words[at] ?? {};
  // Nothing that is refused begins with a value or with punctuation.
  if (kind === 'string' || kind === 'number' || (kind === 'symbol' && text !== '$')) return null;
  return (
    computedName(words, at) ??
    ownNode(words, at) ??
    clauseRefusal(words, at, rules) ??
    callRefusal(words, at, rules.kind)
  );
}

/** `:$(expression)`, `:$all(...)`: Neo4j computes the label or type, so that no reader sees which it is. */
function computedName(words: readonly CodeWord[], at: number): Refusal | null {
  if (!/^\$(?:ALL|ANY)?$/.test(words[at]?.upper ?? '') || words[at + 1]?.text !== '(') return null;
  return {
    message: 'A label or type may not be computed.',
    hint: 'Write it out; the embedded store knows no other way, and a reader sees what it is.',
  };
}

const ownLabels: ReadonlySet<string> = new Set(bookkeepingLabels);
const beforeLabel = new Set([':', '|', '&', '!', 'IS']);

/** The loader's own memory. */
function ownNode(words: readonly CodeWord[], at: number): Refusal | null {
  const word = words[at];
  const label = word === undefined ? '' : plainName(word);
  if (!ownLabels.has(label) || !beforeLabel.has(words[at - 1]?.upper ?? '')) return null;
  return {
    message: `${label} is how the loader remembers what it loaded; no script may touch it.`,
    hint: 'Choose another name.',
  };
}

function schemaFindings(part: Part, kind: ScriptKind): readonly Finding[] {
  const at = { offset: part.offset, length: part.statement.length };
  const modern = modernForm(part.statement);
  if (modern !== null) {
    return [
      {
        ...at,
        code: 'SYNTAX',
        message: 'This is how Neo4j 4 and older wrote it.',
        hint: `Write: ${modern};`,
      },
    ];
  }
  if (/^DROP\b/i.test(part.statement)) {
    return [
      {
        ...at,
        code: 'SCRIPT_NOT_ALLOWED',
        message: 'A script may not drop constraints or indexes.',
        hint: 'Take the statement out.',
      },
    ];
  }
  if (kind === 'graph') return [];
  return [
    {
      ...at,
      code: 'SCRIPT_NOT_ALLOWED',
      message: "An article's script may not change the schema.",
      hint: 'Move constraints and indexes to a script in cypher/schema/.',
    },
  ];
}
