import { formats } from '../../server/src/export/formats.ts';
import type { GraphPart } from '../../server/src/export/graph/part.ts';
import { loadScripts } from '../../server/src/loader/load.ts';
import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import type { Store } from '../../server/src/store/store.ts';
import { scriptNamed, told, vocabulary } from '../loader/port-article.ts';

interface Wanted {
  readonly article?: string;
  readonly part?: GraphPart;
  readonly raw?: boolean;
}

/** The whole text of an export. */
export async function exported(store: Store, name: string, wanted: Wanted = {}): Promise<string> {
  const format = formats.find((candidate) => candidate.name === name);
  if (!format) throw new Error(`There is no format ${name}.`);
  const { article, raw = false } = wanted;
  const { part = article === undefined ? { kind: 'whole' } : { kind: 'article', article } } = wanted;
  const pieces: string[] = [];
  for await (const piece of format.write(store, { part, raw })) pieces.push(piece);
  return pieces.join('');
}

/** Loads a script of any graph, by the loader; throws what is wrong with it. */
export async function loadText(store: Store, text: string, path = 'exported.cypher'): Promise<void> {
  const script = scriptNamed(path, text);
  const { complete, scripts } = await loadScripts(store, [script], { vocabulary, by: 'tester' });
  if (!complete) throw new Error(scripts.flatMap(told).join('\n'));
}

/** Runs work on an embedded store that holds the graph of a script, in memory and gone afterwards. */
export async function withEmbedded<T>(text: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openEmbeddedStore({ folder: null, shuffleUnordered: true });
  try {
    await store.write(async (transaction) => {
      for (const statement of text.split(';\n').filter((part) => part.trim() !== ''))
        await transaction.run(statement);
    });
    return await work(store);
  } finally {
    await store.close();
  }
}
