/** What took a walk over the whole graph, and how the graph stood then. */
interface KeptAnswer {
  readonly state: string;
  readonly since: number;
  readonly answer: unknown;
}

/** By name: what was last worked out. A server has one for its store. */
export type KeptAnswers = Map<string, KeptAnswer>;
