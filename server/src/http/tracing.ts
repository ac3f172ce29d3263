import { SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { ExecutionResult } from 'graphql';

import type { Execute } from './execute.ts';

/** Spans go nowhere unless an OpenTelemetry SDK was loaded before the server: `node --import`. */
const tracer = trace.getTracer('claimgraph');

/** Executes in a span, of which the statements' spans become children. */
export function traced(execute: Execute): Execute {
  return async (execution) =>
    tracer.startActiveSpan('graphql.execute', { kind: SpanKind.SERVER }, async (span) => {
      try {
        const result: ExecutionResult = await execute(execution);
        const code = result.errors?.[0]?.extensions['code'];
        if (result.errors) span.setStatus({ code: SpanStatusCode.ERROR, message: String(code) });
        return result;
      } finally {
        span.end();
      }
    });
}

export interface TracedStatement {
  readonly statement: string;
  /** Null where it failed. */
  readonly rows: number | null;
  /** How long it took until now. Milliseconds. */
  readonly ms: number;
}

/** Makes the span of a statement that has just ended. */
export function traceStatement({ statement, rows, ms }: TracedStatement): void {
  const now = Date.now();
  const span = tracer.startSpan(statement, { kind: SpanKind.CLIENT, startTime: now - ms });
  if (rows === null) span.setStatus({ code: SpanStatusCode.ERROR });
  else span.setAttribute('db.response.returned_rows', rows);
  span.end(now);
}
