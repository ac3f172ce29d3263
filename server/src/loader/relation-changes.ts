import { groupBy } from '../lib/group-by.ts';
import type { Claim } from '../model/claim.ts';
import { type Conflict, conflictsOf } from '../model/conflicts.ts';
import { type DeclaredDispute, type Disputes, joinDisputes } from '../model/disputes.ts';
import { type ClaimId, type RelationKey, relationId } from '../model/ids.ts';
import { originOf, type Provenance } from '../model/origin.ts';
import { originsOf, standingOnes, strongestOnes, type WeighedClaim } from '../model/relation.ts';
import { textOf, textsOf } from '../model/stored-values.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import type { BackedRelation, Contradiction, NamedRelation } from './report.ts';

/** What an article claims at one moment, and by what its origins are told then. */
export interface Moment {
  readonly own: readonly Claim[];
  readonly provenance: Provenance;
}

/** The same claims of others before and after a load, and those of the article that is loaded. */
export interface Comparison {
  readonly before: Moment;
  readonly after: Moment;
  readonly others: readonly Claim[];
  /** Every claim of others that disputes something. */
  readonly disputesOfOthers: readonly DeclaredDispute[];
  /** The relations of claims of others that dispute own ones or are disputed by them. */
  readonly keysOfOthers: ReadonlyMap<string, RelationKey>;
  readonly vocabulary: Vocabulary;
}

export interface RelationChanges {
  readonly backed: readonly BackedRelation[];
  readonly contradicted: readonly Contradiction[];
  /** What stands against the article's claims now, new or not, and nobody declared. */
  readonly conflicts: readonly Conflict[];
}

/** What a load did to the relations its article speaks of. Where nothing changed, nothing is backed or contradicted. */
export function relationChanges(comparison: Comparison): RelationChanges {
  const before = weigh(comparison, comparison.before);
  const after = weigh(comparison, comparison.after);
  const known = new Set(before.conflicts.map(nameOfConflict));
  const fresh = after.conflicts.filter((conflict) => !known.has(nameOfConflict(conflict)));
  return {
    backed: backedSince(before, after),
    contradicted: [...newDisputes(comparison), ...fresh.flatMap(contradictionOf)],
    conflicts: after.conflicts,
  };
}

interface Weighed {
  /** What nobody withdrew, by the ids of relations; all that the article or others claim there. */
  readonly standing: ReadonlyMap<string, readonly WeighedClaim[]>;
  readonly conflicts: readonly Conflict[];
  readonly own: ReadonlySet<ClaimId>;
}

function weigh(comparison: Comparison, { own, provenance }: Moment): Weighed {
  const { others, disputesOfOthers, vocabulary } = comparison;
  const disputes = joinDisputes([...disputesOfOthers, ...own]);
  const ownIds = new Set(own.map(({ id }) => id));
  const weighed = [...own, ...others].map((claim) => ({ claim, origin: originOf(claim, provenance) }));
  const relations = groupBy(weighed, ({ claim }) => relationId(claim.key));
  const standing = new Map(
    Array.from(relations, ([id, claims]) => [id, standingOnes(claims, disputes)] as const),
  );
  const claims = Array.from(standing.values()).flatMap((ones) => ones.map(({ claim }) => claim));
  const conflicts = conflictsOf({ claims, isAsked: ({ id }) => ownIds.has(id), vocabulary });
  return { standing, own: ownIds, conflicts: conflicts.filter((one) => !isDeclared(one, disputes)) };
}

function isDeclared({ claim, against }: Conflict, disputes: Disputes): boolean {
  return (
    disputes.disputing(claim.id).includes(against.id) || disputes.disputing(against.id).includes(claim.id)
  );
}

/** A relation that nobody spoke of before is new, and not backed. */
function backedSince(before: Weighed, after: Weighed): readonly BackedRelation[] {
  return Array.from(after.standing).flatMap(([id, claims]) => {
    const earlier = before.standing.get(id);
    const key = claims[0]?.claim.key;
    if (!earlier || !key) return [];
    const strongest = strongestOnes(claims);
    const were = originsOf(strongestOnes(earlier));
    const are = originsOf(strongest);
    if (are.size <= were.size) return [];
    const adding = strongest.filter(
      ({ claim, origin }) => after.own.has(claim.id) && origin !== null && !were.has(origin),
    );
    return [
      {
        relation: named(key),
        originsBefore: were.size,
        originsAfter: are.size,
        claims: adding.map(({ claim }) => claim.id),
      },
    ];
  });
}

/** Declared disputes between claims that are there, if they were not declared between both before. */
function newDisputes(comparison: Comparison): readonly Contradiction[] {
  const known = new Set(disputesAt(comparison, comparison.before).map(nameOfDispute));
  return disputesAt(comparison, comparison.after).filter((one) => !known.has(nameOfDispute(one)));
}

function disputesAt(
  { disputesOfOthers, keysOfOthers }: Comparison,
  { own }: Moment,
): readonly Contradiction[] {
  const keys = new Map<string, RelationKey>([
    ...keysOfOthers,
    ...own.map(({ id, key }) => [id, key] as const),
  ]);
  const ids = new Set<string>(own.map(({ id }) => id));
  const byOwn = own.flatMap(({ id, disputes }) => disputes.map((against) => ({ claim: id, against })));
  const byOthers = disputesOfOthers.flatMap(({ id, disputes }) =>
    textsOf(disputes)
      .filter((disputed) => ids.has(disputed))
      .map((claim) => ({ claim, against: textOf(id) ?? '' })),
  );
  const found = [...byOwn, ...byOthers].flatMap(({ claim, against }): Contradiction[] => {
    const [key, other] = [keys.get(claim), keys.get(against)];
    if (!key || !other) return [];
    return [{ kind: 'disputed', claim, against, relation: named(key), againstRelation: named(other) }];
  });
  // Two that dispute each other are told once.
  return Array.from(groupBy(found, nameOfDispute).values()).flatMap(([first]) => first ?? []);
}

/** Who holds an office is a question for the author, not a contradiction between relations. */
function contradictionOf({ kind, claim, against }: Conflict): readonly Contradiction[] {
  if (kind === 'one-holder') return [];
  return [
    {
      kind: kind === 'denied' ? 'denied' : 'possible',
      claim: claim.id,
      against: against.id,
      relation: named(claim.key),
      againstRelation: named(against.key),
    },
  ];
}

function nameOfConflict({ kind, claim, against }: Conflict): string {
  return [kind, ...[claim.id, against.id].toSorted()].join(' ');
}

function nameOfDispute({ claim, against }: Contradiction): string {
  return [claim, against].toSorted().join(' ');
}

function named(key: RelationKey): NamedRelation {
  return { id: relationId(key), ...key };
}
