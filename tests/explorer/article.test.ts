import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { createTransport } from '../../client/src/api/transport.ts';
import { en } from '../../client/src/i18n/en.ts';
import { createExplorer, type Explorer } from '../../client/src/runtime/explorer.ts';
import { noFilters } from '../../client/src/state/investigation.ts';
import { openApp, type TestApp } from '../support/app.ts';

const article = '2026-01-28-cia-annex-venezuela';
const never = new AbortController().signal;

let app: TestApp;
let explorer: Explorer;

beforeAll(async () => {
  app = await openApp();
});

afterAll(() => app.close());

beforeEach(() => {
  explorer = createExplorer({ transport: createTransport(`${app.url}/graphql`), messages: en });
});

afterEach(() => explorer.close());

const state = () => explorer.store.getState();

/** Everything that undo and redo must bring back. */
function picture() {
  const { steps, investigation, scene, positions } = state();
  return { steps, investigation, scene, positions };
}

test('the first screen is the latest article as a graph of claims', async () => {
  await explorer.actions.start();
  expect(state()).toMatchObject({
    phase: 'ready',
    failure: null,
    activity: null,
    canUndo: true,
    steps: [{ kind: 'open-article', article }],
  });
  expect(state().articles[0]).toMatchObject({ id: article, textHeld: true });
  expect(state().vocabulary.entityTypes.get('Country')).toMatchObject({
    plural: 'Countries',
    family: 'places',
  });
  const { nodes, edges } = state().scene;
  const ids = nodes.map(({ id }) => id);
  expect(nodes.length).toBeGreaterThan(20);
  expect(edges.length).toBeGreaterThan(30);
  expect(nodes.filter(({ type }) => type === 'Voice')).toEqual([]);
  expect(edges.filter(({ source, target }) => !ids.includes(source) || !ids.includes(target))).toEqual([]);
});

test('every relation on the canvas rests on a quote that is in the text, a speaker and a status', async () => {
  await explorer.actions.start();
  await explorer.actions.readInPlace(article);
  const text = state().article?.text ?? '';
  expect(state()).toMatchObject({ view: 'article', article: { id: article, textHeld: true } });
  const drawn = state().scene.edges.flatMap(({ relationIds }) => relationIds);
  const claims = drawn.flatMap((id) => state().relations.get(id)?.claims ?? []);
  expect(new Set(claims.map(({ relationId }) => relationId))).toEqual(new Set(drawn));
  const unproven = claims.filter(
    (claim) =>
      claim.article?.id !== article ||
      claim.attributedTo.length === 0 ||
      claim.status === null ||
      claim.quotePlaces.length === 0 ||
      claim.quotePlaces.some(({ start, end }) => text.slice(start, end).length < 15),
  );
  expect(unproven).toEqual([]);
  const places = state().article?.claims.map(({ quotePlaces }) => quotePlaces[0]?.start ?? 0) ?? [];
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(state().article?.mentions.map(({ id }) => id)).toContain('cia');
});

test('expand, hide, drag and filter can be undone and done again, each to the same picture', async () => {
  const { actions } = explorer;
  await actions.add(['cia']);
  const pictures = [picture()];
  const record = () => pictures.push(picture());
  await actions.expand('cia');
  actions.place(Object.fromEntries(state().scene.nodes.map(({ id }, at) => [id, { x: at, y: at }])));
  record();
  const [other] = state().scene.nodes.filter(({ id }) => id !== 'cia');
  actions.hide([other?.id ?? '']);
  record();
  actions.move({ cia: { x: 50, y: 60 } });
  record();
  actions.setFilters({ ...noFilters, statuses: ['PLANNED'] });
  record();
  for (const before of pictures.slice(0, -1).toReversed()) {
    actions.undo();
    expect(picture()).toMatchObject({
      steps: before.steps,
      investigation: before.investigation,
      scene: before.scene,
    });
  }
  for (const after of pictures.slice(1)) {
    actions.redo();
    expect(picture()).toEqual(after);
  }
});

test('collapsing an entity keeps what others also reach; filters give back exactly what they took', async () => {
  const { actions } = explorer;
  await actions.start();
  const before = picture();
  actions.setFilters({ ...noFilters, statuses: ['PLANNED', 'OPINION'], entityTypes: ['Country'] });
  expect(
    state()
      .scene.nodes.filter(({ ghost }) => ghost)
      .map(({ type }) => type),
  ).toContain('Country');
  expect(state().scene.nodes.map(({ id }) => id)).toEqual(before.scene.nodes.map(({ id }) => id));
  actions.setFilters(noFilters);
  expect(state().scene).toEqual(before.scene);
  actions.collapse('cia');
  const gone = before.scene.nodes.filter(({ id }) => !state().scene.nodes.some((node) => node.id === id));
  expect(gone.length).toBeGreaterThan(0);
  for (const { id } of gone) {
    const ties = before.scene.edges.filter(({ source, target }) => source === id || target === id);
    expect(ties.every(({ source, target }) => source === 'cia' || target === 'cia')).toBe(true);
  }
});

test('a claim from anywhere is shown with both ends, its line and its place in the list', async () => {
  const { hits } = await explorer.queries.search('priority number one', never);
  const hit = hits.find(({ kind }) => kind === 'claim');
  const { relationId = '', sourceId, targetId } = hit?.claim ?? {};
  await explorer.actions.revealClaim(relationId, hit?.id ?? '');
  expect(new Set(state().investigation.entities)).toEqual(new Set([sourceId, targetId]));
  expect(state().selection.primary).toEqual({ kind: 'edge', id: relationId });
  expect(state().relations.get(relationId)?.claims[state().claimIndex]?.id).toBe(hit?.id);
});

test('searching forgives spelling and says what matched', async () => {
  const { hits } = await explorer.queries.search('rodrigez', never);
  expect(hits[0]).toMatchObject({ kind: 'entity', id: 'delcy-rodriguez', entity: { type: 'Person' } });
  expect(hits[0]?.distance).toBeGreaterThan(0);
});

test('the relations of an entity in the store agree with its counts by kind', async () => {
  const { relations, neighbors, totalCount } = await explorer.queries.relationsOf('cia', never);
  const counts = await explorer.queries.neighborCounts('cia', never);
  expect(totalCount).toBe(relations.length);
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(totalCount);
  const ends = new Set(relations.flatMap(({ sourceId, targetId }) => [sourceId, targetId]));
  ends.delete('cia');
  expect(new Set(neighbors.map(({ id }) => id))).toEqual(ends);
});

test('an id that names nothing fails by name and changes nothing', async () => {
  await explorer.actions.add(['nobody-at-all']);
  expect(state()).toMatchObject({
    steps: [],
    failure: { title: 'Adding nobody-at-all failed.', reference: 'NOT_FOUND' },
  });
});
