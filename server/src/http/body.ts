import type { IncomingMessage } from 'node:http';

import type { Refusal } from './answer.ts';

export type Body =
  | { readonly kind: 'content'; readonly content: Readonly<Record<string, unknown>>; readonly bytes: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Reads a request's JSON object, counting while it arrives. Forms and plain text are refused because
 * browsers send those to other sites without asking first; so are lists, which would multiply one request.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Body> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' || request.headers['content-encoding'] !== undefined) {
    return refused(415, 'BAD_REQUEST', 'Send uncompressed JSON, with Content-Type: application/json.');
  }
  const text = await readText(request, maxBytes);
  if (text === null) {
    return refused(413, 'LIMIT_EXCEEDED', tooLargeMessage(maxBytes));
  }
  return readObject(text);
}

export function tooLargeMessage(maxBytes: number): string {
  const size = maxBytes < 1024 * 1024 ? `${maxBytes / 1024} kB` : `${maxBytes / 1024 / 1024} MB`;
  return `The request is larger than ${size}. Send less at once.`;
}

async function readText(request: IncomingMessage, maxBytes: number): Promise<string | null> {
  if (Number(request.headers['content-length']) > maxBytes) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readObject(text: string): Body {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return refused(400, 'BAD_REQUEST', 'The request is not valid JSON.');
  }
  if (Array.isArray(content)) {
    return refused(400, 'BAD_REQUEST', 'Send one query per request: lists of queries are not supported.');
  }
  if (typeof content !== 'object' || content === null || Object.keys(content).length === 0) {
    return refused(400, 'BAD_REQUEST', 'Send a JSON object such as {"query": "{ statistics { claims } }"}.');
  }
  return {
    kind: 'content',
    content: content as Readonly<Record<string, unknown>>,
    bytes: Buffer.byteLength(text),
  };
}

function refused(status: number, code: Refusal['code'], message: string): Body {
  // The rest of a body that is not wanted is not waited for.
  return { kind: 'refused', refusal: { status, code, message, headers: { Connection: 'close' } } };
}
