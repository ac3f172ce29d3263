import type { Token } from '../lib/cypher-lexer.ts';
import type { Finding } from './script-problem.ts';
import type { Part } from './splitter.ts';

const clauses = new Set(
  'MATCH OPTIONAL MERGE CREATE SET WITH UNWIND RETURN FOREACH WHERE ORDER SKIP LIMIT UNION'.split(' '),
);
const making = new Set(['MERGE', 'CREATE']);

/**
 * Relations that an article's script may not write like this. One that it looks for, or merges without
 * an id, may be the claim of another article, which would be changed without a word.
 */
export function relationFindings(part: Part, text: string): readonly Finding[] {
  if (part.kind !== 'data') return [];
  const bodies = part.tokens.map(({ start, end }) => text.slice(start, end));
  const findings: Finding[] = [];
  let clause = '';
  for (const [index, token] of part.tokens.entries()) {
    if (opensClause(token, bodies, index)) clause = bodies[index]?.toUpperCase() ?? '';
    const next = bodies[index + 1];
    if (bodies[index] !== '-' || (next !== '[' && next !== '-')) continue;
    const { end } = part.tokens[index + 1] ?? token;
    const at = { offset: token.start, length: end - token.start };
    if (!making.has(clause)) {
      findings.push({ ...at, ...lookedFor });
      continue;
    }
    const pattern = next === '[' ? bodies.slice(index + 2, closingOf(bodies, index + 1)) : [];
    const isMention = pattern.some((body, place) => body === 'MENTIONS' && pattern[place - 1] === ':');
    const hasId = pattern.some((body, place) => /^`?id`?$/.test(body) && pattern[place + 1] === ':');
    if (!isMention && !hasId) findings.push({ ...at, ...withoutId });
  }
  return findings;
}

const lookedFor = {
  code: 'SCRIPT_NOT_ALLOWED',
  message: "An article's script may not look for relations: they may be claims of other articles.",
  hint: 'Look for entities alone, and say everything about a claim where it is made with MERGE.',
} as const;

const withoutId = {
  code: 'CLAIM_WITHOUT_ID',
  message: 'This relation has no id, so nothing tells it from the claims of other articles.',
  hint: "Write it as a claim: MERGE (a)-[r:TYPE {id: '<article>/some-words'}]->(b) SET r += {article: ..., quote: ..., status: ..., attributedTo: [...]};",
} as const;

/** `ON MATCH` and `ON CREATE` belong to their MERGE; `n.set`, `:With`, `(order)` and `{limit: 1}` are names. */
function opensClause({ kind }: Token, bodies: readonly string[], index: number): boolean {
  if (kind !== 'word' || !clauses.has(bodies[index]?.toUpperCase() ?? '')) return false;
  const before = bodies[index - 1]?.toUpperCase() ?? '';
  return !['.', ':', 'ON', '(', ','].includes(before) && bodies[index + 1] !== ':';
}

/** Index of the bracket that closes the one at `start`. */
function closingOf(bodies: readonly string[], start: number): number {
  let depth = 0;
  for (let at = start; at < bodies.length; at += 1) {
    if (bodies[at] === '[') depth += 1;
    if (bodies[at] === ']') depth -= 1;
    if (depth === 0) return at;
  }
  return bodies.length;
}
