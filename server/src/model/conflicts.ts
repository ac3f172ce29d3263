import { groupBy } from '../lib/group-by.ts';
import type { Claim } from './claim.ts';
import { type DateRange, rangesMeet, validRange } from './partial-date.ts';
import { isSupport } from './relation.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Two claims that cannot both hold, though neither need say so of the other:
 * - `denied`: same type, same ends, meeting dates, one denied and one not;
 * - `opposite`: opposite types on the same ends with meeting dates, both supported;
 * - `one-holder`: two hold one office with overlapping dates, both dated and supported.
 * Only the first is sure; of the others nothing is decided.
 */
export interface Conflict {
  readonly kind: 'denied' | 'opposite' | 'one-holder';
  /** The claim that was asked about. */
  readonly claim: Claim;
  readonly against: Claim;
}

/** Claims that may stand against each other. */
export interface Contest {
  /** Claims that nobody withdrew: all on the same ends, and all that hold one office. */
  readonly claims: readonly Claim[];
  /** Whether conflicts of this claim are asked for: of two others none is told. */
  readonly isAsked: (claim: Claim) => boolean;
  readonly vocabulary: Vocabulary;
}

/** What stands against the claims that are asked for, each pair once. Undated claims meet every date, but for offices. */
export function conflictsOf({ claims, isAsked, vocabulary }: Contest): readonly Conflict[] {
  const dated = claims.map((claim) => ({ claim, range: validRange(claim), asked: isAsked(claim) }));
  const found: Conflict[] = [];
  const opposed = opposites(vocabulary);
  for (const group of groupBy(dated, ({ claim }) => pairOf(claim)).values()) {
    const byType = groupBy(group, ({ claim }) => claim.key.type);
    for (const [type, own] of byType) {
      const isSymmetric = vocabulary.relationType(type).symmetric;
      for (const sameEnds of isSymmetric ? [own] : groupBy(own, ({ claim }) => claim.key.source).values()) {
        found.push(...denials(sameEnds));
      }
      for (const rule of opposed.get(type) ?? []) {
        found.push(...oppositesOf(own, byType.get(rule.against) ?? [], rule));
      }
    }
  }
  const offices = dated.filter(({ claim }) => claim.key.type === 'HOLDS_ROLE');
  for (const holders of groupBy(offices, ({ claim }) => claim.key.target).values()) {
    found.push(...doubleHolders(holders));
  }
  return found;
}

interface Dated {
  readonly claim: Claim;
  readonly range: DateRange | null;
  readonly asked: boolean;
}

/** Opposites as they are looked up: by the one type, what it is against, and which order of ends is meant. */
interface Rule {
  readonly against: string;
  readonly order: 'same' | 'swapped' | 'any';
}

function opposites(vocabulary: Vocabulary): ReadonlyMap<string, readonly Rule[]> {
  const rules = new Map<string, Rule[]>();
  for (const { type, against, reversed } of vocabulary.opposites) {
    const isSymmetric = [type, against].some((name) => vocabulary.relationType(name).symmetric);
    const order = isSymmetric ? 'any' : reversed ? 'swapped' : 'same';
    rules.set(type, [...(rules.get(type) ?? []), { against, order }]);
  }
  return rules;
}

/** Both ends in one order. */
function pairOf({ key: { source, target } }: Claim): string {
  return source < target ? `${source}~${target}` : `${target}~${source}`;
}

function denials(claims: readonly Dated[]): readonly Conflict[] {
  const denied = claims.filter(({ claim }) => claim.status === 'denied');
  const others = claims.filter(({ claim }) => claim.status !== 'denied');
  return denied.flatMap((one) => against(one, others, 'denied'));
}

function oppositesOf(
  claims: readonly Dated[],
  others: readonly Dated[],
  { order }: Rule,
): readonly Conflict[] {
  const supported = others.filter(({ claim }) => isSupport(claim));
  return claims
    .filter(({ claim }) => isSupport(claim))
    .flatMap((one) => {
      const { source } = one.claim.key;
      const rivals = supported.filter(
        ({ claim }) => order === 'any' || (claim.key.source === source) === (order === 'same'),
      );
      return against(one, rivals, 'opposite');
    });
}

function doubleHolders(claims: readonly Dated[]): readonly Conflict[] {
  const held = claims.filter(({ claim, range }) => range !== null && isSupport(claim));
  return held.flatMap((one, index) => {
    const rivals = held.slice(index + 1).filter(({ claim }) => claim.key.source !== one.claim.key.source);
    return against(one, rivals, 'one-holder');
  });
}

function against(one: Dated, rivals: readonly Dated[], kind: Conflict['kind']): readonly Conflict[] {
  return rivals
    .filter((rival) => (one.asked || rival.asked) && rangesMeet(one.range, rival.range))
    .map((rival) =>
      one.asked
        ? { kind, claim: one.claim, against: rival.claim }
        : { kind, claim: rival.claim, against: one.claim },
    );
}
