import { randomInt } from 'node:crypto';

import { type TestNeo4j, testNeo4js } from '../support/neo4j.ts';

/** Whether the long form was asked for: `npm run reliability`. */
export const isFull = process.env['CLAIMGRAPH_TEST_FULL'] === '1';

/** How often one campaign repeats what it does, and with which random numbers. */
export interface Campaign {
  readonly rounds: number;
  readonly random: Random;
  /** Stands in the name of the test, so that every failure shows how to repeat it. */
  readonly title: string;
}

/** The sizes are those of docs/reliability.md. */
export function campaign(name: string, { quick, full }: { quick: number; full: number }): Campaign {
  const seed = Number(process.env['CLAIMGRAPH_TEST_SEED'] ?? randomInt(2 ** 31));
  const rounds = isFull ? full : quick;
  return { rounds, random: new Random(seed), title: `${name}, ${rounds} rounds, seed ${seed}` };
}

/** Random numbers that a seed determines (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('there is nothing to choose from');
    return item;
  }
}

/** Servers that the slow campaigns run on: one is enough, since all releases get the same messages. */
export function campaignNeo4js(): readonly TestNeo4j[] {
  return testNeo4js().slice(0, 1);
}

/** Tells on standard error what a long campaign has done, as it goes; quick forms stay silent. */
export function tell(line: string): void {
  if (isFull) process.stderr.write(`${line}\n`);
}

/** For what campaigns tell. */
export function inMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
