import { beforeAll, describe, expect, it } from 'vitest';

import type { Store } from '../../server/src/store/store.ts';
import { examples, loadExample } from '../loader/examples/examples.ts';
import { type TestApp, openApp } from '../support/app.ts';
import { openLoadedStore } from '../support/loaded-store.ts';
import { forEachKindOfStore, type OpenStore } from '../support/stores.ts';
import {
  type Cell,
  executedCells,
  installPackage,
  keptCells,
  notebookPython,
  notebooks,
  runPython,
} from './notebook.ts';

const foreign = '4-your-own-neo4j.ipynb';

const graphs = [
  { graph: 'the first article', load: openLoadedStore, names: notebooks.filter((name) => name !== foreign) },
  { graph: 'a graph that nobody described', load: openMovies, names: [foreign] },
];

const movies = examples.find(({ name }) => name === 'movies');

async function openMovies(open: OpenStore): Promise<Store> {
  if (!movies) throw new Error('There is no example of films.');
  const store = await open();
  const { complete } = await loadExample(store, movies);
  expect(complete).toBe(true);
  return store;
}

const python = notebookPython() ?? '';

/** What has to be the same wherever a notebook runs: every output but the points of a picture. */
function comparable(cells: readonly Cell[]): readonly Cell[] {
  return cells.map(({ source, outputs }) => ({
    source,
    outputs: outputs.map((output) => (output.kind === 'image/png' ? { ...output, content: '' } : output)),
  }));
}

const pictures = (cells: readonly Cell[]): readonly Buffer[] =>
  cells.flatMap(({ outputs }) =>
    outputs.filter(({ kind }) => kind === 'image/png').map(({ content }) => Buffer.from(content, 'base64')),
  );

describe.each(notebooks)('%s', (name) => {
  const cells = keptCells(name);

  it('is kept with outputs that tell nothing of where it ran', () => {
    const outputs = cells.flatMap((cell) => cell.outputs);
    expect(outputs.length).toBeGreaterThan(5);
    expect(outputs.map(({ kind }) => kind)).not.toContain('stderr');
    expect(outputs.map(({ kind }) => kind)).not.toContain('error');
    const told = outputs.filter(({ kind }) => kind !== 'image/png').map(({ content }) => content);
    expect(
      told.filter((text) => /127\.0\.0\.1|localhost|\/home\/|\/root\/|\/tmp\/|0x[\da-f]{6}/.test(text)),
    ).toEqual([]);
  });

  it('keeps its cells short', () => {
    expect(cells.filter(({ source }) => source.split('\n').length > 24)).toEqual([]);
  });
});

describe.skipIf(python === '')('executed from top to bottom', () => {
  beforeAll(() => installPackage(python));

  forEachKindOfStore((_, open) => {
    describe.each(graphs)('on $graph', ({ load, names }) => {
      let app: TestApp;
      beforeAll(async () => {
        app = await openApp({ store: await load(open) });
        return () => app.close();
      });

      it.each(names)('%s gives the outputs that it is kept with', async (name) => {
        const cells = await executedCells(python, name, app.url);
        expect(comparable(cells)).toEqual(comparable(keptCells(name)));
        const plots = cells.filter(({ source }) => source.includes('plt.subplots('));
        expect(pictures(plots)).toHaveLength(plots.length);
        for (const picture of pictures(cells)) {
          expect(picture.subarray(1, 4).toString()).toBe('PNG');
          expect(picture.length).toBeGreaterThan(10_000);
        }
      });
    });
  });

  it('the package claimgraph passes its own tests', async () => {
    const app = await openApp();
    try {
      const tests = ['-W', 'error', '-m', 'unittest', 'discover', 'claimgraph/tests'];
      await expect(runPython(python, tests, app.url)).resolves.toBe('');
    } finally {
      await app.close();
    }
  });
});
