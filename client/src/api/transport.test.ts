import { EventEmitter, once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, expect, test, vi } from 'vitest';

import { Access } from './access.ts';
import { ping } from './ping.ts';
import { createTransport } from './transport.ts';

let server: Server | null = null;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = null;
});

const never = new AbortController().signal;

async function transportTo(listener: RequestListener, access?: Access) {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return createTransport(`http://127.0.0.1:${port}/graphql`, access);
}

test('an answer with data resolves', async () => {
  const transport = await transportTo((_request, response) => {
    response.setHeader('content-type', 'application/graphql-response+json');
    response.end('{"data":{"__typename":"Query"}}');
  });
  await expect(ping(transport, never)).resolves.toBeUndefined();
});

test('an error of the server keeps its code, id and time to wait', async () => {
  const transport = await transportTo((_request, response) => {
    response.writeHead(503, { 'content-type': 'application/graphql-response+json' });
    const extensions = { code: 'STORE_UNAVAILABLE', id: '7f3a', retryAfter: 5 };
    response.end(JSON.stringify({ errors: [{ message: 'The store is away.', extensions }] }));
  });
  await expect(ping(transport, never)).rejects.toMatchObject({
    name: 'ApiError',
    code: 'STORE_UNAVAILABLE',
    message: 'The store is away.',
    reference: '7f3a',
    retryAfter: 5,
    offline: false,
  });
});

test('an answer that is not GraphQL is told apart from no answer', async () => {
  const transport = await transportTo((_request, response) => {
    response.writeHead(502, { 'content-type': 'text/html', 'retry-after': '3' });
    response.end('<h1>Bad gateway</h1>');
  });
  await expect(ping(transport, never)).rejects.toMatchObject({
    code: 'BAD_ANSWER',
    message: 'The server answered with status 502 and no GraphQL.',
    retryAfter: 3,
    offline: false,
  });
  server?.closeAllConnections();
  server?.close();
  await expect(ping(transport, never)).rejects.toMatchObject({ code: 'UNREACHABLE', offline: true });
});

test('a withdrawn question lets go of its request', async () => {
  const requests = new EventEmitter();
  const asked = once(requests, 'asked');
  const left = once(requests, 'left');
  const transport = await transportTo(({ socket }) => {
    socket.once('close', () => requests.emit('left'));
    requests.emit('asked');
  });
  const cancel = new AbortController();
  const answer = ping(transport, cancel.signal);
  await asked;
  cancel.abort();
  await expect(answer).rejects.toMatchObject({ code: 'CANCELLED' });
  await left;
  await expect(ping(transport, cancel.signal)).rejects.toMatchObject({ code: 'CANCELLED' });
});

test('a question waits for the token that the server asks for, and goes on with it', async () => {
  const given: (string | undefined)[] = [];
  const access = new Access();
  const transport = await transportTo(({ headers: { authorization } }, response) => {
    given.push(authorization);
    const known = authorization === 'Bearer the-right-token';
    response.writeHead(known ? 200 : 401, { 'content-type': 'application/json' });
    const error = { message: 'A token is needed.', extensions: { code: 'UNAUTHENTICATED' } };
    response.end(JSON.stringify(known ? { data: { __typename: 'Query' } } : { errors: [error] }));
  }, access);
  const asked: unknown[] = [];
  const answer = ping(transport, never);
  for (const token of ['none at all', 'a-wrong-one', ' the-right-token ']) {
    await vi.waitUntil(() => access.question() !== null);
    asked.push(access.question());
    access.give(token);
  }
  await answer;
  expect(asked).toEqual(['missing', 'refused', 'refused']);
  expect(given).toEqual([undefined, 'Bearer a-wrong-one', 'Bearer the-right-token']);
  expect(access.question()).toBeNull();
  await ping(transport, never);
  expect(given).toHaveLength(4);
});

test('a question that waits for a token can be withdrawn', async () => {
  const transport = await transportTo((_request, response) => {
    response.writeHead(401, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ errors: [{ message: 'No.', extensions: { code: 'UNAUTHENTICATED' } }] }));
  }, new Access());
  const cancel = new AbortController();
  const answer = ping(transport, cancel.signal);
  setTimeout(() => cancel.abort(), 50);
  await expect(answer).rejects.toMatchObject({ code: 'CANCELLED' });
});
