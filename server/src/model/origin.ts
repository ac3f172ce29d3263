import type { Article } from './article.ts';
import type { Claim } from './claim.ts';
import type { Entity } from './entity.ts';
import type { ArticleId, EntityId } from './ids.ts';

/** What an origin is told by: the id of a first speaker, of a retold report or of the article itself. */
export type OriginId = EntityId | ArticleId;

/** Who speaks and what retells what, as far as the claims at hand need it. */
export interface Provenance {
  speaker(id: EntityId): Pick<Entity, 'id' | 'labels' | 'anonymous'> | undefined;
  article(id: ArticleId): Pick<Article, 'id' | 'outlet' | 'basedOn'> | undefined;
}

/**
 * Whose independent word a claim is, however many outlets repeat it:
 * (a) the first speaker, if it is named and neither an outlet nor an article's own voice;
 * (b) else, if the chain of speakers runs through the outlet of a report that the article retells, the
 *     root of those reports, so that all unnamed sources of one root are one origin;
 * (c) else the article. Null where the graph names neither speaker nor article.
 */
export function originOf(
  { attributedTo, article }: Pick<Claim, 'attributedTo' | 'article'>,
  provenance: Provenance,
): OriginId | null {
  const first = attributedTo[0];
  const speaker = first === undefined ? undefined : provenance.speaker(first);
  if (speaker !== undefined && speaksForItself(speaker)) return speaker.id;
  if (article === null) return null;
  const retold = retoldBy(article, provenance);
  const outlets = retold.map((id) => provenance.article(id)?.outlet);
  const passedOn = outlets.some((outlet) => outlet && attributedTo.includes(outlet));
  return passedOn ? (retold.at(-1) ?? article) : article;
}

/** The reports that an article retells, the nearest first; the last is the root. A cycle ends where it closes. */
export function retoldBy(article: ArticleId, provenance: Pick<Provenance, 'article'>): readonly ArticleId[] {
  const chain = new Set<ArticleId>([article]);
  let next = provenance.article(article)?.basedOn;
  while (next && !chain.has(next)) {
    chain.add(next);
    next = provenance.article(next)?.basedOn;
  }
  return [...chain].slice(1);
}

function speaksForItself({ anonymous, labels }: Pick<Entity, 'anonymous' | 'labels'>): boolean {
  return !anonymous && !labels.includes('Outlet') && !labels.includes('Voice');
}
