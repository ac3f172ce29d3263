declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Slug of an entity: lower-case ASCII letters, digits and hyphens; or what the store calls a node without one. */
export type EntityId = Branded<'EntityId'>;
/** File name of an article's script, `YYYY-MM-DD-slug`. */
export type ArticleId = Branded<'ArticleId'>;
/** `<article-id>/<slug>`. */
export type ClaimId = Branded<'ClaimId'>;
/** `<source>~<TYPE>~<target>`. */
export type RelationId = Branded<'RelationId'>;

export const entityId = (id: string): EntityId => id as EntityId;
export const articleId = (id: string): ArticleId => id as ArticleId;
export const claimId = (id: string): ClaimId => id as ClaimId;

/** The id of the article that owns a claim, told by the claim's id. */
export function articleOfClaim(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('/')));
}

export interface RelationKey {
  readonly source: EntityId;
  readonly type: string;
  readonly target: EntityId;
}

export function relationId({ source, type, target }: RelationKey): RelationId {
  return `${source}~${type}~${target}` as RelationId;
}

/**
 * What an id of a node's own looks like, for JavaScript and databases alike: any other would be taken for the
 * id of a claim, of a relation or of the database.
 */
export const ownIdPattern = '[^~/:]+';

const ownId = new RegExp(`^${ownIdPattern}$`, 'u');

/** Whether a node goes by this value of its property `id`. */
export function isOwnId(id: unknown): id is string {
  return typeof id === 'string' && ownId.test(id);
}

/** The parts of a relation's id, or null if it does not have its form. Types of foreign graphs may hold the sign between the parts. */
export function parseRelationId(id: string): RelationKey | null {
  const { source, type, target } =
    /^(?<source>[^~/]+)~(?<type>.+)~(?<target>[^~/]+)$/su.exec(id)?.groups ?? {};
  if (source === undefined || type === undefined || target === undefined) return null;
  return { source: entityId(source), type, target: entityId(target) };
}

/** The id of a claim that has none of its own. */
export function claimOfRelation(key: RelationKey): ClaimId {
  return claimId(`${relationId(key)}/claim`);
}

/** The relation whose claim has such an id, or null for any other id. */
export function relationOfClaim(id: string): string | null {
  const relation = id.endsWith('/claim') ? id.slice(0, -'/claim'.length) : '';
  return parseRelationId(relation) === null ? null : relation;
}

/** What Neo4j and the embedded store call a relationship: `5:<database>:12`, `e:12`. */
const relationshipElementId = /^(?:5:[^~/:]+|e):\d+$/;

/** What kind of thing an id names, told by its form alone: entities and articles share one form. */
export function kindOfId(id: string): 'relation' | 'claim' | 'entity-or-article' {
  if (relationshipElementId.test(id)) return 'claim';
  if (parseRelationId(id)) return 'relation';
  return id.includes('/') ? 'claim' : 'entity-or-article';
}
