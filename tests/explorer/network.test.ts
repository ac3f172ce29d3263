import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';

import { createTransport } from '../../client/src/api/transport.ts';
import { en } from '../../client/src/i18n/en.ts';
import { createExplorer, type Explorer } from '../../client/src/runtime/explorer.ts';
import { openApp, type TestApp } from '../support/app.ts';
import { type Gate, openGate } from './gate.ts';

let app: TestApp;
let gate: Gate;
let explorer: Explorer;

beforeAll(async () => {
  app = await openApp();
});

afterAll(() => app.close());

beforeEach(async () => {
  gate = await openGate(app.url);
  explorer = createExplorer({ transport: createTransport(gate.endpoint), messages: en });
});

afterEach(async () => {
  explorer.close();
  await gate.close();
});

const state = () => explorer.store.getState();
const soon = { timeout: 10_000 };

test('a slow answer is announced, can be cancelled and leaves the canvas as it was', async () => {
  const { actions } = explorer;
  await actions.add(['cia']);
  const { scene, steps } = state();
  gate.hold();
  const expanded = actions.expand('cia');
  await vi.waitFor(
    () =>
      expect(state().activity).toMatchObject({
        label: 'Expanding Central Intelligence Agency',
        phase: 'loading',
      }),
    soon,
  );
  await vi.waitFor(() => expect(state().activity?.phase).toBe('slow'), soon);
  state().activity?.cancel();
  await expanded;
  expect(state()).toMatchObject({ scene, steps, activity: null, failure: null });
  gate.release();
});

test('what is asked meanwhile waits its turn and sees what came before it', async () => {
  const { actions } = explorer;
  await Promise.all([actions.add(['cia']), actions.add(['cuba']), actions.expand('cia')]);
  expect(state().steps.map(({ kind }) => kind)).toEqual(['add', 'add', 'expand']);
  expect(new Set(state().investigation.entities).size).toBe(state().investigation.entities.length);
});

test('a lost server is noticed, found again by itself, and the failed action can be tried again', async () => {
  const { actions } = explorer;
  await actions.add(['cia']);
  const { scene } = state();
  await gate.cut();
  await actions.expand('cia');
  expect(state()).toMatchObject({ offline: true, scene, failure: { reference: 'UNREACHABLE' } });
  await gate.mend();
  await vi.waitFor(() => expect(state().offline).toBe(false), soon);
  state().failure?.retry?.();
  await vi.waitFor(() => expect(state().steps.map(({ kind }) => kind)).toEqual(['add', 'expand']), soon);
  expect(state().failure).toBeNull();
});

test('an explorer that was there before its server starts when the server does', async () => {
  await gate.cut();
  const started = explorer.actions.start();
  await vi.waitFor(() => expect(state().phase).toBe('unreachable'), soon);
  await gate.mend();
  await started;
  expect(state()).toMatchObject({ phase: 'ready', failure: null, steps: [{ kind: 'open-article' }] });
});

test('no action takes more than two requests', async () => {
  const { actions } = explorer;
  const requestsOf = async (action: () => Promise<void>) => {
    const before = gate.count();
    await action();
    return gate.count() - before;
  };
  expect(await requestsOf(() => actions.add(['cia']))).toBe(1);
  expect(await requestsOf(() => actions.expand('cia'))).toBe(2);
  const article = '2026-01-28-cia-annex-venezuela';
  const openWithText = async () => {
    await actions.openArticle(article);
    await vi.waitFor(() => expect(state().texts.has(article)).toBe(true), soon);
  };
  expect(await requestsOf(openWithText)).toBe(2);
  expect(await requestsOf(() => actions.readInPlace(article))).toBe(2);
  expect(await requestsOf(() => actions.readInPlace(article))).toBe(0);
});
