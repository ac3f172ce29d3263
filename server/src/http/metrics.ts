import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

import type { Observer } from './observer.ts';

/** What Prometheus collects of this server: how much it did and how long that took, by names that are ours. */
export interface Metrics extends Observer {
  readonly contentType: string;
  readonly statement: (run: RunStatement) => void;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
}

export interface RunStatement {
  readonly statement: string;
  /** Null where it failed or was given up. */
  readonly rows: number | null;
  readonly ms: number;
}

export interface MetricsOptions {
  /** Asked at each collection: the number of the last load, or null where the store does not answer. */
  readonly lastLoad: () => Promise<number | null>;
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

/** A registry of this server's own, so that several servers in a process do not add up. */
export function createMetrics({ lastLoad }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'claimgraph_http_requests_total',
    help: 'Requests answered, by route and status.',
    labelNames: ['route', 'status'],
    registers,
  });
  const operations = new Histogram({
    name: 'claimgraph_graphql_operation_duration_seconds',
    help: 'Queries and events of subscriptions, by outcome: OK or the code of the first error.',
    labelNames: ['outcome'],
    buckets: seconds,
    registers,
  });
  const statements = new Histogram({
    name: 'claimgraph_statement_duration_seconds',
    help: 'Statements sent to the store, by name and whether they failed.',
    labelNames: ['statement', 'outcome'],
    buckets: seconds,
    registers,
  });
  const rows = new Counter({
    name: 'claimgraph_statement_rows_total',
    help: 'Rows that came back, by the name of the statement.',
    labelNames: ['statement'],
    registers,
  });
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers });
  const running = gauge('claimgraph_queries_running', 'Queries that run now.');
  const waiting = gauge('claimgraph_queries_waiting', 'Queries that wait for their turn now.');
  const open = gauge('claimgraph_subscriptions_open', 'Subscriptions that are open now.');
  const last = gauge(
    'claimgraph_last_load',
    'Number of the last load in the graph; loads count from 1 without gaps, so it is how many there were.',
  );
  const up = gauge('claimgraph_store_up', '1 where the store answers, else 0.');

  return {
    contentType: registry.contentType,
    request: ({ route, status }) => requests.inc({ route, status }),
    operation: ({ outcome, ms }) => operations.observe({ outcome }, ms / 1000),
    statement: ({ statement, rows: found, ms }) => {
      statements.observe({ statement, outcome: found === null ? 'failed' : 'ok' }, ms / 1000);
      rows.inc({ statement }, found ?? 0);
    },
    admission: (now) => {
      running.set(now.running);
      waiting.set(now.waiting);
    },
    streams: (count) => open.set(count),
    text: async () => {
      const number = await lastLoad();
      up.set(number === null ? 0 : 1);
      if (number !== null) last.set(number);
      return registry.metrics();
    },
  };
}
