import type { Claim } from '../model/claim.ts';
import { decodeArticle, decodeClaim } from '../model/decode.ts';
import { type ArticleId, entityId, type RelationKey } from '../model/ids.ts';
import type { Provenance } from '../model/origin.ts';
import { textOf, textsOf } from '../model/stored-values.ts';
import type { StoredClaim, StoredNode } from './article-graph.ts';
import type { ArticleSnapshot } from './article-snapshot.ts';
import type { Loading } from './loading.ts';
import { nameRelations } from './name-relations.ts';
import { type RelationChanges, relationChanges } from './relation-changes.ts';
import { readClaimKeys, readSurroundings, type Surroundings } from './surroundings.ts';

/** What a load did around the claims of its article. */
export interface ArticleChanges extends RelationChanges {
  /** The relations of claims of others that the script or a claim names, by the claims' ids. */
  readonly otherClaims: ReadonlyMap<string, RelationKey>;
}

/** What the graph holds of an article before and after something is done to it. */
export interface Snapshots {
  readonly before: ArticleSnapshot;
  readonly after: ArticleSnapshot;
}

/** Reads what stands around an article's claims and compares the relations they belong to. Throws StoreError. */
export async function readChanges(
  { transaction, vocabulary }: Pick<Loading, 'transaction' | 'vocabulary'>,
  article: ArticleId,
  { before, after, named }: Snapshots & { readonly named: readonly string[] },
): Promise<ArticleChanges> {
  const was = decoded(before.claims);
  const is = decoded(after.claims);
  const surroundings = await readSurroundings(transaction, article, [...was, ...is]);
  const own = new Set<string>(is.map(({ id }) => id));
  const wanted = [...named, ...disputedOrDisputing([...was, ...is], surroundings)];
  const ids = Array.from(new Set(wanted)).filter((id) => !own.has(id));
  const otherClaims = await readClaimKeys(transaction, ids);
  const changes = relationChanges({
    before: { own: was, provenance: provenanceAt(before.nodes, after.nodes, surroundings) },
    after: { own: is, provenance: provenanceAt(after.nodes, before.nodes, surroundings) },
    others: surroundings.claims,
    disputesOfOthers: surroundings.disputes,
    keysOfOthers: otherClaims,
    vocabulary,
  });
  return { ...changes, ...(await nameRelations(transaction, changes)), otherClaims };
}

function decoded(claims: readonly StoredClaim[]): readonly Claim[] {
  return claims.flatMap((claim) => decodeClaim(claim) ?? []);
}

function disputedOrDisputing(own: readonly Claim[], { disputes }: Surroundings): readonly string[] {
  const ids = new Set<string>(own.map(({ id }) => id));
  const disputing = disputes.filter((one) => textsOf(one.disputes).some((id) => ids.has(id)));
  return [...own.flatMap((claim) => claim.disputes), ...disputing.flatMap(({ id }) => textOf(id) ?? [])];
}

/** What the script names is as it was or is at that moment; everything else did not change. */
function provenanceAt(
  nodes: ReadonlyMap<string, StoredNode>,
  otherwise: ReadonlyMap<string, StoredNode>,
  { speakers, articles }: Surroundings,
): Provenance {
  const at = <T>(id: string, of: (node: StoredNode) => T, elsewhere: T): T => {
    const node = nodes.get(id);
    if (node) return of(node);
    return otherwise.has(id) ? of({ labels: [], properties: {} }) : elsewhere;
  };
  return {
    speaker: (id) =>
      at(
        id,
        ({ labels, properties }) =>
          labels.includes('Entity')
            ? { id: entityId(id), labels, anonymous: properties['anonymous'] === true }
            : undefined,
        speakers.get(id),
      ),
    article: (id) =>
      at(
        id,
        ({ labels, properties }) =>
          labels.includes('Article') ? (decodeArticle(properties) ?? undefined) : undefined,
        articles.get(id),
      ),
  };
}
