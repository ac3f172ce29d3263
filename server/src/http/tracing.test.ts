import { type Attributes, type Span, type SpanOptions, trace, type Tracer } from '@opentelemetry/api';
import { GraphQLError } from 'graphql';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { traced, traceStatement } from './tracing.ts';

interface Recorded {
  readonly name: string;
  readonly options: SpanOptions;
  readonly attributes: Attributes;
  status?: object;
  endedAt?: unknown;
}

let spans: Recorded[] = [];

function record(name: string, options: SpanOptions): Span {
  const recorded: Recorded = { name, options, attributes: {} };
  spans.push(recorded);
  return {
    setStatus: (status: object) => (recorded.status = status),
    setAttribute: (key: string, value: string) => (recorded.attributes[key] = value),
    end: (time: unknown) => (recorded.endedAt = time ?? 'now'),
  } as unknown as Span;
}

beforeEach(() => {
  spans = [];
  const tracer = {
    startSpan: record,
    startActiveSpan: (name: string, options: SpanOptions, work: (span: Span) => unknown) =>
      work(record(name, options)),
  } as unknown as Tracer;
  trace.setGlobalTracerProvider({ getTracer: () => tracer });
});
afterEach(() => trace.disable());

it('makes a span of each execution, with the code of what went wrong', async () => {
  const errors = [new GraphQLError('secret', { extensions: { code: 'LIMIT_EXCEEDED' } })];
  const results = [{ data: {} }, { errors }];
  for (const result of results) await traced(() => result)({} as Parameters<ReturnType<typeof traced>>[0]);
  expect(spans).toMatchObject([
    { name: 'graphql.execute', endedAt: 'now' },
    { name: 'graphql.execute', endedAt: 'now', status: { message: 'LIMIT_EXCEEDED' } },
  ]);
  expect(spans[0]?.status).toBeUndefined();
});

it('makes a span of a statement that began when it did', () => {
  traceStatement({ statement: 'entity.by-id', rows: 3, ms: 40 });
  traceStatement({ statement: 'entity.by-id', rows: null, ms: 40 });
  const [whole, failed] = spans;
  expect(whole).toMatchObject({ name: 'entity.by-id', attributes: { 'db.response.returned_rows': 3 } });
  expect(Number(whole?.endedAt) - Number(whole?.options.startTime)).toBe(40);
  expect(failed?.status).toBeDefined();
});
