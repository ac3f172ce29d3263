import { slugOf } from '../lib/slug.ts';
import type { Article } from './article.ts';
import { type Claim, claimStatuses } from './claim.ts';
import type { Entity } from './entity.ts';
import { articleId, claimId, claimOfRelation, entityId, isOwnId } from './ids.ts';
import { textOf, textsOf } from './stored-values.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Properties of a node or a relationship as any store gives them. */
export type StoredProperties = Readonly<Record<string, unknown>>;

/** An article without its text, which is read only where it is asked for. */
export type ArticleHead = Omit<Article, 'text'>;

/** A relationship between two nodes, these by their property `id`. */
export interface StoredRelationship {
  readonly source: unknown;
  readonly type: string;
  readonly target: unknown;
  readonly properties: StoredProperties;
}

/** What a node says about an entity, or null if it has no id. */
export function decodeEntity(
  { labels, properties }: { readonly labels: readonly string[]; readonly properties: StoredProperties },
  vocabulary: Vocabulary,
): Entity | null {
  const id = textOf(properties['id']);
  if (id === null) return null;
  const sorted = labels.toSorted();
  return {
    id: entityId(id),
    name: textOf(properties['name']) ?? id,
    type: typeOf(sorted, vocabulary),
    labels: sorted,
    aliases: textsOf(properties['aliases']),
    isSource: sorted.includes('Source'),
    anonymous: properties['anonymous'] === true,
  };
}

/** What is read of a node in a graph that nobody described. */
export interface AnyNode {
  readonly elementId: string;
  readonly labels: readonly string[];
  /** Its own id, where it has the label Entity, and the few that every entity is asked for. */
  readonly properties: StoredProperties;
  /** The value of the property that names the nodes of its label. */
  readonly caption: unknown;
}

/** What any node says about an entity: without an id of its own it goes by what the store calls it. */
export function decodeAnyNode(node: AnyNode, vocabulary: Vocabulary): Entity | null {
  const { elementId, labels, properties } = node;
  if (labels.includes('Entity') && isOwnId(properties['id'])) return decodeEntity(node, vocabulary);
  const named = decodeEntity({ labels, properties: { ...properties, id: elementId } }, vocabulary);
  if (named === null) return null;
  const caption = captionOf(node.caption);
  const number = elementId.slice(elementId.lastIndexOf(':') + 1);
  // A mere number says nothing without the kind of thing that it numbers.
  const name = caption !== null && /\p{L}{2}/u.test(caption) ? caption : `${named.type} ${caption ?? number}`;
  return { ...named, name };
}

function captionOf(value: unknown): string | null {
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : textOf(value);
}

/** The main one of some labels: that which the vocabulary names first, else the first of the alphabet that says something. */
export function typeOf(labels: readonly string[], { entityTypes }: Vocabulary): string {
  const known = entityTypes.find(({ name }) => labels.includes(name));
  return known?.name ?? labels.find((label) => label !== 'Entity' && label !== 'Source') ?? 'Entity';
}

/** What a relationship claims, or null if an end has no id. One without an id takes that of its relation. */
export function decodeClaim({ type, properties, ...ends }: StoredRelationship): Claim | null {
  const source = textOf(ends.source);
  const target = textOf(ends.target);
  if (source === null || target === null) return null;
  const key = { source: entityId(source), type, target: entityId(target) };
  const id = textOf(properties['id']);
  const article = textOf(properties['article']);
  return {
    id: id === null ? claimOfRelation(key) : claimId(id),
    key,
    article: article === null ? null : articleId(article),
    status: claimStatuses.find((status) => status === properties['status']) ?? null,
    quote: textOf(properties['quote']),
    prefix: textOf(properties['prefix']),
    attributedTo: textsOf(properties['attributedTo']).map(entityId),
    disputes: textsOf(properties['disputes']).map(claimId),
    date: textOf(properties['date']),
    from: textOf(properties['from']),
    to: textOf(properties['to']),
    dateText: textOf(properties['dateText']),
    note: textOf(properties['note']),
    properties,
  };
}

/** What a node or a row says about an article, or null if it has no id. */
export function decodeArticle(properties: StoredProperties): ArticleHead | null {
  const id = textOf(properties['id']);
  if (id === null) return null;
  const publisher = textOf(properties['publisher']);
  const outlet = textOf(properties['outlet']) ?? (publisher === null ? null : slugOf(publisher));
  const basedOn = textOf(properties['basedOn']);
  return {
    id: articleId(id),
    title: textOf(properties['title']),
    publisher,
    outlet: outlet === null ? null : entityId(outlet),
    url: webAddress(textOf(properties['url'])),
    publishedAt: textOf(properties['publishedAt']),
    basedOn: basedOn === null ? null : articleId(basedOn),
  };
}

/** Anything else could run as a script when somebody follows it. */
function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//iu.test(url) && URL.canParse(url) ? url : null;
}
