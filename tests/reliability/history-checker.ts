/** What one client did, and what came of it. Times only order things: of two, the smaller was first. */
export type Operation = {
  readonly client: number;
  readonly began: number;
  /** When its answer came; undefined if none came, so that nobody knows whether it was done. */
  readonly ended: number | undefined;
} & (
  | { readonly kind: 'set' | 'upsert'; readonly value: number }
  /** A version of the client's own article. Versions only grow. */
  | { readonly kind: 'replace'; readonly value: number }
  | { readonly kind: 'read'; readonly found: Found | undefined }
);

/** What a read found. */
export interface Found {
  readonly elements: readonly number[];
  /** Ids of upserted relations, one for each that there is. */
  readonly upserts: readonly number[];
  /** The version of each client's article; 0 for none. */
  readonly versions: readonly number[];
}

type Read = Extract<Operation, { kind: 'read' }> & { readonly found: Found };
type Write = Exclude<Operation, { kind: 'read' }>;

/**
 * What is wrong with a history: something acknowledged is missing from a later read, something is there
 * twice or was never written, or a read that began after another had ended saw less.
 */
export function violationsIn(history: readonly Operation[]): readonly string[] {
  const reads = history.filter((one): one is Read => one.kind === 'read' && one.found !== undefined);
  const writes = history.filter((one): one is Write => one.kind !== 'read');
  return [
    ...reads.flatMap((read) => [
      ...missingFrom(read, writes),
      ...inventedIn(read, writes),
      ...doublesIn(read),
    ]),
    ...wentBack(reads),
  ];
}

function sees({ found }: Read, { kind, value, client }: Write): boolean {
  if (kind === 'set') return found.elements.includes(value);
  if (kind === 'upsert') return found.upserts.includes(value);
  return (found.versions[client] ?? 0) >= value;
}

function missingFrom(read: Read, writes: readonly Write[]): readonly string[] {
  return writes
    .filter((write) => write.ended !== undefined && write.ended < read.began && !sees(read, write))
    .map(({ kind, value }) => `${kind} ${value} was acknowledged and is lost`);
}

function inventedIn({ found, ended = Infinity }: Read, writes: readonly Write[]): readonly string[] {
  const begun = writes.filter(({ began }) => began < ended);
  const of = (wanted: Write['kind']): ReadonlySet<number> =>
    new Set(begun.filter(({ kind }) => kind === wanted).map(({ value }) => value));
  const [sets, upserts, versions] = [of('set'), of('upsert'), of('replace')];
  return [
    ...found.elements.filter((value) => !sets.has(value)),
    ...found.upserts.filter((value) => !upserts.has(value)),
    ...found.versions.filter((value) => value !== 0 && !versions.has(value)),
  ].map((value) => `${value} was never written`);
}

function doublesIn({ found: { elements, upserts } }: Read): readonly string[] {
  return [elements, upserts].flatMap((values) =>
    values
      .filter((value, index) => values.indexOf(value) !== index)
      .map((value) => `${value} is there twice`),
  );
}

function wentBack(reads: readonly Read[]): readonly string[] {
  const byEnd = reads.toSorted((a, b) => (a.ended ?? 0) - (b.ended ?? 0));
  return reads.flatMap((read) => {
    const earlier = byEnd.findLast(({ ended }) => ended !== undefined && ended < read.began);
    if (earlier === undefined) return [];
    const now = new Set(read.found.elements);
    const isSmaller =
      earlier.found.elements.some((value) => !now.has(value)) ||
      earlier.found.versions.some((version, client) => version > (read.found.versions[client] ?? 0));
    return isSmaller ? [`the read that began at ${read.began} saw less than one before it`] : [];
  });
}
