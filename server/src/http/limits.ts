/** Bounds of a query that whoever runs the server may set. All times in milliseconds, all sizes in bytes. */
export interface RequestLimits {
  /** Points that a query may cost, counted before it runs. The explorer's own documents may cost more. */
  readonly cost: number;
  readonly depth: number;
  readonly tokens: number;
  readonly aliases: number;
  readonly directives: number;
  readonly bodyBytes: number;
  /** From a whole request to its answer. */
  readonly deadlineMs: number;
  /** Queries that run at once, and that wait for their turn. */
  readonly running: number;
  readonly waiting: number;
  /** Points that one address beyond this machine may use in a minute. */
  readonly pointsPerMinute: number;
}

/** Those of a server whose settings say nothing of them. */
export const requestLimits: RequestLimits = {
  cost: 10_000,
  depth: 12,
  tokens: 1_000,
  aliases: 30,
  directives: 20,
  bodyBytes: 256 * 1024,
  deadlineMs: 15_000,
  running: 8,
  waiting: 64,
  pointsPerMinute: 100_000,
};

/** Bounds that keep one client from stopping the others, and that hold in every server. */
export const limits = {
  /** The scripts of one job, which come only from the owner of the data folder. */
  jobBytes: 256 * 1024 * 1024,
  /** Of one address, after which it is not listened to until the minute is over. */
  wrongTokensPerMinute: 10,
  /** Between signs of life on an answer that stays open. */
  heartbeatMs: 15_000,
  /** For the store to answer when asked whether it is there. */
  healthMs: 3_000,
  headersMs: 10_000,
  requestMs: 30_000,
  /** On a connection of which nothing is read and nothing taken: longer than the longest work takes. */
  stillMs: 150_000,
  connections: 512,
  /** Open subscriptions, in all and of one address. */
  streams: 100,
  streamsPerAddress: 20,
  /** Objects of one answer, single ones and those in lists: with 100,000 of them a process of 512 MB died. */
  answerObjects: 75_000,
  /** Characters of all texts of one answer, and of those that their clients have not read yet. */
  answerCharacters: 8_000_000,
  untakenCharacters: 64_000_000,
  /** Of the memory that the process may use: beyond it no query begins. */
  memoryShare: 0.8,
  /** Documents that are kept once they were read, and characters of the longest. */
  keptDocuments: 100,
  keptDocumentLength: 16 * 1024,
  /** Answers that are kept until the graph changes. */
  knownAnswers: { questions: 10_000, maxBytes: 32 * 1024 * 1024, maxAnswerBytes: 2 * 1024 * 1024 },
  variableDepth: 8,
  variableListLength: 1_000,
  variableStringLength: 10_000,
  /** Of a mutation, which has a script in it: its body, and each text of its variables. */
  scriptBodyBytes: 6 * 1024 * 1024,
  scriptLength: 4 * 1024 * 1024,
  /** From a whole mutation to its answer. */
  loadMs: 120_000,
  /** Exports that run at once, each of which may read the whole graph; and how long one may take. */
  exports: 2,
  exportMs: 30 * 60_000,
} as const;
