/** Bounds that keep one client from stopping the others. All times in milliseconds, all sizes in bytes. */
export const limits = {
  bodyBytes: 256 * 1024,
  /** The scripts of one job, which come only from the owner of the data folder. */
  jobBytes: 256 * 1024 * 1024,
  /** Of one address, after which it is not listened to until the minute is over. */
  wrongTokensPerMinute: 10,
  /** Between signs of life on an answer that stays open. */
  heartbeatMs: 15_000,
  /** From a whole request to its answer. */
  deadlineMs: 15_000,
  /** For the store to answer when asked whether it is there. */
  healthMs: 3_000,
  headersMs: 10_000,
  requestMs: 30_000,
  connections: 512,
  /** Open subscriptions, in all and of one address. */
  streams: 100,
  streamsPerAddress: 20,
  tokens: 1_000,
  depth: 12,
  aliases: 30,
  directives: 20,
  /** Objects of one answer, single ones and those in lists: with 100,000 of them a process of 512 MB died. */
  answerObjects: 75_000,
  variableDepth: 8,
  variableListLength: 1_000,
  variableStringLength: 10_000,
} as const;
