import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import type { ApiRequest } from './api-request.ts';
import { limits } from './limits.ts';

/** Refuses variables that no honest client sends, before anything downstream has to walk them recursively. */
export const variableLimits: Plugin<object, ApiRequest> = {
  onParams({ params, context: { rights } }) {
    // Whether it is a mutation that comes with a script is not known before its document was read.
    checkVariables(params.variables, rights.write ? limits.scriptLength : limits.variableStringLength);
  },
};

/** Walks without recursion, so that its own depth cannot be used against it. Throws GraphQLError. */
export function checkVariables(variables: unknown, maxLength: number): void {
  const pending: { value: unknown; path: string; depth: number }[] = [
    { value: variables, path: '', depth: 0 },
  ];
  for (let item = pending.pop(); item; item = pending.pop()) {
    const { value, path, depth } = item;
    if (typeof value === 'string') checkText(value, path, maxLength);
    if (typeof value !== 'object' || value === null) continue;
    if (depth > limits.variableDepth) {
      throw exceeded({ limit: 'variableDepth', value: depth, max: limits.variableDepth, path });
    }
    const entries = Object.entries(value);
    if (entries.length > limits.variableListLength) {
      throw exceeded({
        limit: 'variableListLength',
        value: entries.length,
        max: limits.variableListLength,
        path,
      });
    }
    for (const [key, child] of entries) {
      checkText(key, path, limits.variableStringLength);
      pending.push({ value: child, path: path === '' ? key : `${path}.${key}`, depth: depth + 1 });
    }
  }
}

/** Half a surrogate pair and NUL are legal in JSON and in no store. */
const unstorable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

function checkText(text: string, path: string, max: number): void {
  if (text.length > max) {
    throw exceeded({ limit: 'variableStringLength', value: text.length, max, path });
  }
  if (unstorable.test(text)) {
    throw new GraphQLError(
      `The variable ${shortened(path)} contains a character that is none (NUL or half a surrogate pair).`,
      {
        extensions: { code: 'BAD_USER_INPUT', http: { status: 400, spec: true } },
      },
    );
  }
}

interface Excess {
  readonly limit: 'variableDepth' | 'variableListLength' | 'variableStringLength';
  readonly value: number;
  readonly max: number;
  readonly path: string;
}

const measures = {
  variableDepth: 'levels of nesting',
  variableListLength: 'entries',
  variableStringLength: 'characters',
} as const;

function exceeded({ limit, value, max, path }: Excess): GraphQLError {
  return new GraphQLError(
    `The variable ${shortened(path)} has ${value} ${measures[limit]}, and at most ${max} are allowed. Send less at once.`,
    { extensions: { code: 'LIMIT_EXCEEDED', limit, value, max, http: { status: 400, spec: true } } },
  );
}

function shortened(path: string): string {
  return path.length > 100 ? `${path.slice(0, 100)}...` : path;
}
