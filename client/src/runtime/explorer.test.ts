import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { afterEach, expect, test, vi } from 'vitest';

import { createTransport } from '../api/transport.ts';
import { en } from '../i18n/en.ts';
import { createExplorer, type Explorer } from './explorer.ts';

const opened: Explorer[] = [];

afterEach(() => {
  for (const explorer of opened.splice(0)) explorer.close();
});

/** An explorer whose server is not there: the port was free a moment ago. */
async function explorerWithoutServer(): Promise<Explorer> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  const transport = createTransport(`http://127.0.0.1:${port}/graphql`);
  const explorer = createExplorer({ transport, messages: en });
  opened.push(explorer);
  return explorer;
}

test('without a server the explorer says so, offers to try again and ends when it is closed', async () => {
  const { store, actions, close } = await explorerWithoutServer();
  const started = actions.start();
  await vi.waitFor(() => expect(store.getState().phase).toBe('unreachable'));
  expect(store.getState().failure).toMatchObject({
    title: 'Fetching the latest article failed.',
    detail: 'The server does not answer. It is asked again until it does. Your canvas is as it was.',
    reference: 'UNREACHABLE',
  });
  const before = store.getState().failure;
  before?.retry?.();
  await vi.waitFor(() => expect(store.getState().failure).not.toBe(before));
  close();
  await started;
});

test('an action that cannot reach the server leaves the canvas, says what failed and goes offline', async () => {
  const { store, actions, queries } = await explorerWithoutServer();
  const { scene } = store.getState();
  await actions.add(['cia']);
  expect(store.getState()).toMatchObject({
    scene,
    steps: [],
    offline: true,
    activity: null,
    failure: { title: 'Adding cia failed.', reference: 'UNREACHABLE' },
  });
  actions.dismissFailure();
  expect(store.getState().failure).toBeNull();
  await expect(queries.search('cia', new AbortController().signal)).rejects.toMatchObject({
    name: 'ApiError',
    code: 'UNREACHABLE',
  });
});

test('the theme changes where there is no storage to remember it', async () => {
  const { store, actions } = await explorerWithoutServer();
  expect(store.getState().theme).toBe('light');
  actions.toggleTheme();
  expect(store.getState().theme).toBe('dark');
});
