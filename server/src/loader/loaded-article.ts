import type { Conflict } from '../model/conflicts.ts';
import type { ArticleId, RelationKey } from '../model/ids.ts';
import type { KnownEntity } from '../model/known-entity.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import type { StoreValue } from '../store/values.ts';
import type { StoredClaim, StoredNode } from './article-graph.ts';
import type { Loading } from './loading.ts';
import type { PreparedScript, ScriptString } from './prepared-script.ts';

/** What stands in the graph, inside the transaction, after an article's script ran: what checks judge. */
export interface LoadedArticle {
  readonly prepared: PreparedScript;
  readonly article: ArticleId;
  /** Its node; null if the script made none. */
  readonly node: StoredNode | null;
  readonly claims: readonly StoredClaim[];
  /** Ids of all entities that the article mentions. */
  readonly mentioned: ReadonlySet<string>;
  /** Entities and articles that the script or its claims name, by id. */
  readonly nodes: ReadonlyMap<string, StoredNode>;
  /** Claims of other articles that the script or its claims name, by id. */
  readonly otherClaims: ReadonlyMap<string, RelationKey>;
  /** Where a claim of another article that it disputes is not there: ids of the claims that are. */
  readonly disputable: readonly string[];
  /** What stands against its claims without anybody saying so. */
  readonly conflicts: readonly Conflict[];
  /** Articles from which this one is retold: what it is based on, what that is based on, and so on. */
  readonly retold: readonly string[];
  /** How much the script made that is none of the above; negative where it took what was another's. */
  readonly stray: Stray;
  /** What it changed of articles that have a text and thus a script of their own. */
  readonly rewritten: readonly Rewritten[];
  /** What this script says otherwise than the graph said before, of entities that other articles mention. */
  readonly overwritten: readonly Overwritten[];
  /** Ids of entities that the script made and that were not there before. */
  readonly created: ReadonlySet<string>;
  /** Every entity, to find what a misspelt id means and what a new name looks like. */
  readonly known: readonly KnownEntity[];
  readonly rules: Loading['rules'];
  readonly vocabulary: Vocabulary;
}

export interface Stray {
  readonly nodes: number;
  readonly relations: number;
}

export interface Rewritten {
  readonly article: string;
  readonly property: string;
}

export interface Overwritten {
  readonly entity: string;
  readonly property: string;
  readonly before: StoreValue;
  readonly after: StoreValue;
  /** Paths of the other articles' scripts, or their ids where no script of theirs is known. */
  readonly scripts: readonly string[];
}

/** A stretch of the script, in UTF-16 units. */
export interface ScriptSpan {
  readonly offset: number;
  readonly length: number;
}

export function spanOf({ token }: ScriptString): ScriptSpan {
  return { offset: token.start, length: token.end - token.start };
}

/** Where the script says a text: the first time, ids before other strings; else its beginning. */
export function spanOfText(prepared: PreparedScript, text: string): ScriptSpan {
  const places = prepared.places.get(text) ?? [];
  const place = places.find(({ isId }) => isId) ?? places[0];
  const [first] = prepared.data;
  return place ? spanOf(place) : { offset: first?.offset ?? 0, length: 1 };
}

/**
 * Where the script writes `:Label`, `:TYPE` or `property:` in a statement that gives an id; null if none does,
 * so that another script must have.
 */
export function spanOfCode(prepared: PreparedScript, id: string, code: string): ScriptSpan | null {
  const word = code.replace(':', '');
  const places = prepared.places.get(id)?.filter(({ isId }) => isId) ?? [];
  const place = places.find(({ statement }) => statement.cypher.includes(word));
  if (!place) return null;
  const at = prepared.script.text.indexOf(code, place.statement.offset);
  return at < 0 ? spanOf(place) : { offset: at + code.indexOf(word), length: word.length };
}

/** Where the script says something about a claim: `text` behind the claim's id in its statement, else the id. */
export function spanInClaim(
  loaded: LoadedArticle,
  claim: StoredClaim,
  text: StoreValue | undefined,
): ScriptSpan {
  const { prepared } = loaded;
  const made = prepared.places.get(claim.id ?? '')?.find(({ isId }) => isId);
  if (!made) return spanOfText(prepared, claim.id ?? loaded.article);
  const places = typeof text === 'string' ? prepared.places.get(text) : undefined;
  const said = firstBehind(places ?? [], made.token.start);
  return spanOf(said?.statement === made.statement ? said : made);
}

/** The first of some strings, which are in the order of the script, that begins behind an offset. */
function firstBehind(strings: readonly ScriptString[], offset: number): ScriptString | undefined {
  let low = 0;
  let high = strings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((strings[middle]?.token.start ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return strings[low];
}

/** The claim in a sentence: its id, or what it joins where it has none. */
export function nameOfClaim({ id, source, type, target }: StoredClaim): string {
  return id === null ? `${source ?? 'from no entity'} ${type} ${target ?? 'to no entity'}` : `"${id}"`;
}

export function idsOf(entities: LoadedArticle['known']): readonly string[] {
  return entities.map(({ id }) => id);
}
