/** An entity as a text may name it: what drafts link to and what look-alikes are compared with. */
export interface KnownEntity {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Type labels without `Entity`, such as Person and Source. */
  readonly labels: readonly string[];
}
