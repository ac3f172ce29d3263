import { groupBy } from '../../lib/group-by.ts';
import { compareEntries, compareTexts, digestOf } from './node-entry.ts';
import type { NodeEntry } from './node-entry.ts';
import type { StoredRelation } from './relation-pages.ts';

/** Rounds over a chain of nodes that all say the same take time that grows with the square of its length. */
const MAX_COMPARISONS = 5_000_000;

/**
 * The order in which nodes are exported: by what they say, and where several say the same, by what they
 * are joined with, so that equal graphs give equal files whatever store they come from. `relationsOf` is
 * asked only if there are such nodes. Where even their surroundings are alike, one is as good as another
 * (unless they are told apart only by how a ring of such nodes closes, which is not looked into).
 */
export async function orderNodes(
  entries: readonly NodeEntry[],
  relationsOf: () => AsyncIterable<readonly StoredRelation[]>,
): Promise<readonly NodeEntry[]> {
  const sorted = entries.toSorted(compareEntries);
  const places = placesOf(sorted);
  const tied = new Set(sorted.flatMap((_, at) => (isTied(places, at) ? [at] : [])));
  if (tied.size === 0) return sorted;
  const partition = new Partition(places, await surroundings(sorted, tied, relationsOf()));
  partition.refine();
  return partition.order().flatMap((at) => sorted[at] ?? []);
}

/** For each, where the run of those that say the same begins. */
function placesOf(sorted: readonly NodeEntry[]): number[] {
  const places: number[] = [];
  for (const [at, entry] of sorted.entries()) {
    const before = sorted[at - 1];
    places.push(before && compareEntries(before, entry) === 0 ? (places[at - 1] ?? at) : at);
  }
  return places;
}

function isTied(places: readonly number[], at: number): boolean {
  return places[at] !== at || places[at + 1] === at;
}

/** An end of a relation as seen from the other: direction, type and properties, and which node it is. */
interface Link {
  readonly said: string;
  readonly other: number;
}

async function surroundings(
  sorted: readonly NodeEntry[],
  tied: ReadonlySet<number>,
  pages: AsyncIterable<readonly StoredRelation[]>,
): Promise<ReadonlyMap<number, readonly Link[]>> {
  const places = new Map(sorted.map(({ number }, at) => [number, at]));
  const links = new Map<number, Link[]>(Array.from(tied, (at) => [at, []]));
  for await (const page of pages) {
    for (const { source, target, type, properties } of page) {
      const from = places.get(source) ?? -1;
      const to = places.get(target) ?? -1;
      if (!tied.has(from) && !tied.has(to)) continue;
      const said = digestOf([type], properties);
      links.get(from)?.push({ said: `>${said}`, other: to });
      links.get(to)?.push({ said: `<${said}`, other: from });
    }
  }
  return links;
}

/**
 * Colour refinement: nodes that stand in one place are parted by the places of their neighbours until
 * nothing changes; then one of the first that are left is put before the others, and it goes on.
 */
class Partition {
  readonly #place: number[];
  readonly #links: ReadonlyMap<number, readonly Link[]>;
  readonly #members: Map<number, number[]>;
  #comparisons = 0;

  constructor(places: number[], links: ReadonlyMap<number, readonly Link[]>) {
    this.#place = places;
    this.#links = links;
    this.#members = groupBy(links.keys(), (at) => places[at] ?? at);
  }

  refine(): void {
    let due: readonly number[] = this.#unparted();
    while (this.#comparisons < MAX_COMPARISONS) {
      due = due.length > 0 ? this.#partAll(due) : this.#choose();
      if (due.length === 0 && this.#unparted().length === 0) return;
    }
  }

  /** Positions in the old order, in the new one. */
  order(): readonly number[] {
    return this.#place
      .map((place, at) => ({ place, at }))
      .toSorted((one, other) => one.place - other.place || one.at - other.at)
      .map(({ at }) => at);
  }

  #unparted(): readonly number[] {
    return Array.from(this.#members.keys()).toSorted((one, other) => one - other);
  }

  /** Parts these places by what is around their members now, and gives the places next to what changed. */
  #partAll(due: readonly number[]): readonly number[] {
    const parted = due.map((place) => [place, this.#partsOf(place)] as const);
    const moved = parted.flatMap(([place, parts]) => (parts.length > 1 ? this.#replace(place, parts) : []));
    return this.#around(moved);
  }

  #partsOf(place: number): readonly (readonly number[])[] {
    const members = this.#members.get(place) ?? [];
    this.#comparisons += members.length;
    const signatures = groupBy(members, (at) => this.#signature(at));
    return Array.from(signatures)
      .toSorted(([one], [other]) => compareTexts(one, other))
      .map(([, part]) => part);
  }

  #signature(at: number): string {
    const links = this.#links.get(at) ?? [];
    return links
      .map(({ said, other }) => `${said}${this.#place[other] ?? -1}`)
      .toSorted()
      .join(' ');
  }

  /** Gives the parts of a place consecutive places of their own; tells who moved. */
  #replace(place: number, parts: readonly (readonly number[])[]): readonly number[] {
    this.#members.delete(place);
    let next = place;
    for (const part of parts) {
      for (const at of part) this.#place[at] = next;
      if (part.length > 1) this.#members.set(next, [...part]);
      next += part.length;
    }
    return parts.slice(1).flat();
  }

  #around(moved: readonly number[]): readonly number[] {
    const neighbours = moved.flatMap((at) => (this.#links.get(at) ?? []).map(({ other }) => other));
    const places = new Set(neighbours.map((at) => this.#place[at] ?? -1));
    return this.#unparted().filter((place) => places.has(place));
  }

  /** Nothing tells them apart any more: twins take any order, of others the first one goes before the rest. */
  #choose(): readonly number[] {
    const [place] = this.#unparted();
    if (place === undefined) return [];
    const members = this.#members.get(place) ?? [];
    this.#comparisons += members.length;
    const [first, ...rest] = members;
    const parts = this.#areTwins(members) ? members.map((at) => [at]) : [[first ?? place], rest];
    return this.#around(this.#replace(place, parts));
  }

  /** They are joined with the very same nodes, each of which stands alone in its place. */
  #areTwins(members: readonly number[]): boolean {
    return members.every((at) =>
      (this.#links.get(at) ?? []).every(({ other }) => !this.#members.has(this.#place[other] ?? -1)),
    );
  }
}
