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

/** The parts of a relation's id, or null if it does not have its form. */
export function parseRelationId(id: string): RelationKey | null {
  const [source, type, target, ...rest] = id.split('~');
  if (!source || !type || !target || rest.length > 0) return null;
  return { source: entityId(source), type, target: entityId(target) };
}

/** What Neo4j and the embedded store call a relationship: `5:<database>:12`, `e:12`. */
const relationshipElementId = /^(?:5:[^~/:]+|e):\d+$/;

/** What kind of thing an id names, told by its form alone: entities and articles share one form. */
export function kindOfId(id: string): 'relation' | 'claim' | 'entity-or-article' {
  if (relationshipElementId.test(id)) return 'claim';
  if (parseRelationId(id)) return 'relation';
  return id.includes('/') ? 'claim' : 'entity-or-article';
}
