import { isNamePlace } from './code-words.ts';
import type { CodeWord } from './code-words.ts';
import type { GateRules, Refusal } from './gate-rules.ts';
import { csvRefusal } from './load-csv.ts';

/** A clause that scripts may not hold, however it is wrapped, unless it is permitted. */
interface RefusedClause extends Refusal {
  readonly word: string;
  /** The word that has to follow; else the word counts wherever it can only be a clause. */
  readonly followedBy?: readonly string[];
  /** It counts only behind one of these. */
  readonly behind?: readonly string[];
  readonly permitted?: (rules: GateRules) => boolean;
}

const mayDelete = ({ kind, allow }: GateRules): boolean => kind === 'graph' && allow.delete === true;

const deletes = {
  message: 'A script may not delete anything.',
  hint: 'Take the clause out: the loader itself replaces the claims of a script that changed. For a graph that is no article, --allow-delete lets it pass.',
  permitted: mayDelete,
};

const refusedClauses: readonly RefusedClause[] = [
  {
    word: 'LOAD',
    followedBy: ['DATA', 'JSON', 'JSONL', 'PARQUET'],
    message: 'A script may not read files or pages.',
    hint: 'Write the data into the script, for example as UNWIND [{...}, {...}] AS row.',
  },
  { word: 'DELETE', ...deletes },
  { word: 'DETACH', ...deletes },
  { word: 'NODETACH', ...deletes },
  {
    word: 'REMOVE',
    message: 'A script may not remove properties or labels.',
    hint: 'Take the clause out; to drop a property of an entity, SET it to null. For a graph that is no article, --allow-delete lets it pass.',
    permitted: mayDelete,
  },
  {
    word: 'USE',
    behind: ['{'],
    message: 'A script may not reach into another database.',
    hint: 'Take the clause out: a script is loaded into the one database that the settings name.',
  },
];

/** What follows a word that opens a clause; anything else makes the word a name. */
const clauseFollows = new Set<CodeWord['kind']>(['word', 'quoted-name', 'parameter', 'string', 'number']);
const clauseFollowsSymbols = new Set(['(', '{', '[']);

/** Why the clause that a word opens may not run; null if it opens none, or one that may. */
export function clauseRefusal(words: readonly CodeWord[], at: number, rules: GateRules): Refusal | null {
  const upper = words[at]?.upper;
  if (upper === 'LOAD' && words[at + 1]?.upper === 'CSV') return csvRefusal(words, at, rules);
  const clause = refusedClauses.find(({ word }) => word === upper);
  if (!clause || clause.permitted?.(rules)) return null;
  const next = words[at + 1];
  if (clause.followedBy) return clause.followedBy.includes(next?.upper ?? '') ? clause : null;
  if (isNamePlace(words, at)) return null;
  if (clause.behind && !clause.behind.includes(words[at - 1]?.text ?? '')) return null;
  const opens = next !== undefined && (clauseFollows.has(next.kind) || clauseFollowsSymbols.has(next.text));
  return opens ? clause : null;
}
