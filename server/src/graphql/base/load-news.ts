/** How resolvers learn of loads, whoever does them. */
export interface LoadNews {
  /**
   * Resolves with true once the graph's history reaches beyond a load's number; with false when the
   * signal is aborted or the server stops.
   */
  moreThan(sequence: number, signal: AbortSignal): Promise<boolean>;
  /** Tells of a load in this process at once; what is asked afterwards sees all of it. */
  look(): Promise<void>;
}
