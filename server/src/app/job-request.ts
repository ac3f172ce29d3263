import { z } from 'zod';

import claimgraph from '../../package.json' with { type: 'json' };
import type { Permissions } from '../loader/load-options.ts';
import type { Script } from '../loader/script.ts';
import type { ParameterValue } from '../store/values.ts';
import type { Job } from './job.ts';

/** Integers that JSON would round travel as `{"$integer": "..."}`. */
const integerKey = '$integer';

const parameterValue: z.ZodType<ParameterValue> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string(),
    z.array(parameterValue),
    z
      .strictObject({ [integerKey]: z.string().regex(/^-?\d{1,19}$/) })
      .transform((tagged) => BigInt(tagged[integerKey] ?? '')),
    z.record(z.string(), parameterValue),
  ]),
);

const script = z.object({
  path: z.string(),
  file: z.string(),
  text: z.string(),
  notices: z.array(z.string()),
} satisfies Record<keyof Script, z.ZodType>);

const permissions = z.object({
  delete: z.boolean().exactOptional(),
  csvFolder: z.string().exactOptional(),
  unreviewed: z.boolean().exactOptional(),
} satisfies Record<keyof Permissions, z.ZodType>);

const job = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('load'),
    scripts: z.array(script),
    by: z.string(),
    dryRun: z.boolean(),
    strict: z.boolean(),
    parameters: z.record(z.string(), parameterValue),
    allow: permissions,
  }),
  z.object({ kind: z.literal('unload'), article: z.string(), by: z.string(), dryRun: z.boolean() }),
  z.object({ kind: z.literal('status'), scripts: z.array(script) }),
  z.object({
    kind: z.literal('export'),
    format: z.string(),
    article: z.string().nullable(),
    raw: z.boolean(),
  }),
  z.object({ kind: z.literal('known-entities') }),
]) satisfies z.ZodType<Job>;

/** A job under a name that its giver made up, by which it can be stopped. */
export interface JobRequest {
  readonly id: string;
  readonly job: Job;
}

const request = z.object({ id: z.uuid(), job }) satisfies z.ZodType<JobRequest>;
const stopRequest = z.object({ id: z.uuid() });

/** The server may have been running since before this program was replaced by another version. */
const sentBy = z.object({ version: z.string() });

/** What is sent, as text. */
export function requestText(asked: { readonly id: string; readonly job?: object }): string {
  const { version } = claimgraph;
  return JSON.stringify({ version, ...asked }, (_key, value: unknown) =>
    typeof value === 'bigint' ? { [integerKey]: String(value) } : value,
  );
}

/** Far more than a job has, and few enough for what walks it recursively. */
const maxDepth = 64;

/** What arrived, checked; a text says what is wrong with it. */
export function parseRequest(content: object): JobRequest | string {
  const sender = sentBy.safeParse(content).data?.version ?? 'an unknown version';
  if (sender !== claimgraph.version) {
    return `The server is Claimgraph ${claimgraph.version} and the command is ${sender}. Start the server anew.`;
  }
  if (isDeeperThan(maxDepth, content)) return `This is no job: it is nested deeper than ${maxDepth} levels.`;
  const parsed = request.safeParse(content);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return `This is no job: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
}

/** Which job is to be stopped; null if that is not said. */
export function parseStop(content: object): string | null {
  return stopRequest.safeParse(content).data?.id ?? null;
}

/** Walks without recursion, so that what it looks for cannot be used against it. */
function isDeeperThan(levels: number, content: object): boolean {
  let level: readonly object[] = [content];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    level = level.flatMap((one) =>
      Object.values(one).filter((value) => typeof value === 'object' && value !== null),
    );
  }
  return false;
}
