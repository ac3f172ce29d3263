import { unloadArticle, UnknownArticleError } from '../../server/src/loader/unload.ts';
import { openEmbeddedStore } from '../../server/src/store/embedded/embedded-store.ts';
import { StoreError } from '../../server/src/store/store-error.ts';
import type { Store } from '../../server/src/store/store.ts';
import { graphDigest } from '../support/graph-digest.ts';
import { ownArticle, load, schemaScript, versionScript } from './versions.ts';

/** What changes the graph: each begins where the one before it ended, and the first where the last ended. */
export interface Operation {
  readonly name: 'load' | 'replace' | 'unload';
  /** Whether it tells that it was done. Done before, it changes nothing. */
  readonly run: (store: Store) => Promise<boolean>;
}

export const operations: readonly [Operation, Operation, Operation] = [
  { name: 'load', run: async (store) => (await load(store, versionScript(1))).complete },
  { name: 'replace', run: async (store) => (await load(store, versionScript(2))).complete },
  { name: 'unload', run: unload },
];

async function unload(store: Store): Promise<boolean> {
  try {
    await unloadArticle(store, ownArticle, { by: 'campaign', dryRun: false });
  } catch (error) {
    if (!(error instanceof UnknownArticleError)) throw error;
  }
  return true;
}

/** Brings an empty store to where the first operation begins. */
export async function prepareCycle(store: Store): Promise<void> {
  await load(store, schemaScript);
  for (const operation of operations) await operation.run(store);
}

/** What the graph is before and after an operation. */
interface Step {
  readonly before: string;
  readonly after: string;
}

/** The steps of the whole cycle. */
export async function digestsOfCycle(): Promise<Record<Operation['name'], Step>> {
  const store = await openEmbeddedStore({ folder: null });
  try {
    await prepareCycle(store);
    const unloaded = await graphDigest(store);
    await operations[0].run(store);
    const loaded = await graphDigest(store);
    await operations[1].run(store);
    const replaced = await graphDigest(store);
    return {
      load: { before: unloaded, after: loaded },
      replace: { before: loaded, after: replaced },
      unload: { before: replaced, after: unloaded },
    };
  } finally {
    await store.close();
  }
}

/** One operation with a fault in it. */
export interface Trial {
  readonly step: Step;
  /** Whether it told that it was done. */
  readonly disturbed: () => Promise<boolean>;
  readonly undisturbed: () => Promise<unknown>;
  readonly digest: () => Promise<string>;
}

/**
 * What is wrong after a fault: the graph has to be exactly as before or after the operation, after it
 * where that was told, and the next run has to complete it. Undefined if all is well. Throws for errors
 * that no store reports.
 */
export async function violationOf({
  step,
  disturbed,
  undisturbed,
  digest,
}: Trial): Promise<string | undefined> {
  const told = await disturbed().catch((error: unknown) => {
    if (error instanceof StoreError) return false;
    throw error;
  });
  const found = await digest();
  if (found !== step.before && found !== step.after) return 'neither as before nor as after';
  if (told && found !== step.after) return 'told as done, and is not there';
  await undisturbed();
  return (await digest()) === step.after ? undefined : 'the next run did not complete it';
}
