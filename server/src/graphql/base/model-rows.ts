import { slugOf } from '../../lib/slug.ts';
import type { Article } from '../../model/article.ts';
import { type Claim, claimStatuses } from '../../model/claim.ts';
import type { Entity } from '../../model/entity.ts';
import { articleId, claimId, entityId, relationId } from '../../model/ids.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import type { Row, StoreMap, StoreValue } from '../../store/values.ts';
import { nodeOf, relationshipOf, textOf, textsOf } from './row-values.ts';

/** An article without its text, which is read only where it is asked for. */
export type ArticleHead = Omit<Article, 'text'>;

/** The columns that `claimOf` reads, for statements that give claims `c` from `s` to `t`. */
export const claimColumns = 's.id AS source, t.id AS target, c AS claim, c.id AS claimId';

/** The columns that `articleOf` reads, for statements that give articles `a`. */
export const articleColumns = `a.id AS id, a.title AS title, a.publisher AS publisher, a.outlet AS outlet, a.url AS url,
    a.publishedAt AS publishedAt, a.basedOn AS basedOn`;

/** An entity from a node, or null where it has no id. */
export function entityOf(value: StoreValue | undefined, vocabulary: Vocabulary): Entity | null {
  const node = nodeOf(value);
  const id = textOf(node?.properties['id']);
  if (node === null || id === null) return null;
  const { properties } = node;
  const labels = node.labels.toSorted();
  return {
    id: entityId(id),
    name: textOf(properties['name']) ?? id,
    type: typeOf(labels, vocabulary),
    labels,
    aliases: textsOf(properties['aliases']),
    description: textOf(properties['description']),
    wikidata: textOf(properties['wikidata']),
    isSource: labels.includes('Source'),
    anonymous: properties['anonymous'] === true,
    properties,
  };
}

/** The main one of some labels: that which the vocabulary names first, else the first of the alphabet that says something. */
export function typeOf(labels: readonly string[], { entityTypes }: Vocabulary): string {
  const known = entityTypes.find(({ name }) => labels.includes(name));
  return known?.name ?? labels.find((label) => label !== 'Entity' && label !== 'Source') ?? 'Entity';
}

/** A claim from a row with `claimColumns`, or null where an end has no id. One without an id takes that of its relation. */
export function claimOf(row: Row): Claim | null {
  const relationship = relationshipOf(row['claim']);
  const source = textOf(row['source']);
  const target = textOf(row['target']);
  if (relationship === null || source === null || target === null) return null;
  const { type, properties } = relationship;
  const key = { source: entityId(source), type, target: entityId(target) };
  const article = textOf(properties['article']);
  return {
    id: claimId(textOf(properties['id']) ?? `${relationId(key)}/claim`),
    key,
    article: article === null ? null : articleId(article),
    status: claimStatuses.find((status) => status === properties['status']) ?? null,
    quote: textOf(properties['quote']),
    prefix: textOf(properties['prefix']),
    attributedTo: textsOf(properties['attributedTo']).map(entityId),
    disputes: textsOf(properties['disputes']).map(claimId),
    ...datesOf(properties),
    dateText: textOf(properties['dateText']),
    note: textOf(properties['note']),
    properties,
  };
}

/** An article from a row with `articleColumns`, or null where it has no id. */
export function articleOf(row: Row): ArticleHead | null {
  const id = textOf(row['id']);
  if (id === null) return null;
  const publisher = textOf(row['publisher']);
  const outlet = textOf(row['outlet']) ?? (publisher === null ? null : slugOf(publisher));
  const basedOn = textOf(row['basedOn']);
  return {
    id: articleId(id),
    title: textOf(row['title']),
    publisher,
    outlet: outlet === null ? null : entityId(outlet),
    url: webAddress(textOf(row['url'])),
    publishedAt: textOf(row['publishedAt']),
    basedOn: basedOn === null ? null : articleId(basedOn),
  };
}

function datesOf(properties: StoreMap): Pick<Claim, 'date' | 'from' | 'to'> {
  return {
    date: textOf(properties['date']),
    from: textOf(properties['from']),
    to: textOf(properties['to']),
  };
}

/** Anything else could run as a script when somebody follows it. */
function webAddress(url: string | null): string | null {
  return url !== null && /^https?:\/\//iu.test(url) && URL.canParse(url) ? url : null;
}
