import { listed } from './listed.ts';
import { plural } from './plural.ts';

/** What is told of one change to the graph. */
interface Told {
  readonly action: 'LOAD' | 'UNLOAD';
  readonly by: string;
  readonly path: string | null;
  readonly articleId: string | null;
  readonly article: { readonly title: string | null } | null;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly newEntities: number;
  readonly backedCount: number;
  readonly backed: readonly { readonly originsAfter: number }[];
  readonly contradictedCount: number;
}

/** What was loaded or taken out, each once: by the title that any of the changes knows. */
function namesOf(changes: readonly Told[]): readonly string[] {
  const names = new Map<string, string>();
  for (const { article, articleId, path } of changes) {
    const id = articleId ?? path ?? 'A graph';
    names.set(id, article?.title ?? names.get(id) ?? id);
  }
  return [...names.values()];
}

function sum(changes: readonly Told[], value: (change: Told) => number): number {
  return changes.reduce((total, change) => total + value(change), 0);
}

/** "1 relation now has a second origin", "3 relations now have more origins". */
function backed(changes: readonly Told[]): string {
  const count = sum(changes, (change) => change.backedCount);
  const relations = changes.flatMap((change) => change.backed);
  const [only] = relations;
  const second = count === 1 && only?.originsAfter === 2;
  const what = second ? 'a second origin' : count === 1 ? 'one origin more' : 'more origins';
  return `${plural(count, 'relation', 'relations')} now ${count === 1 ? 'has' : 'have'} ${what}`;
}

/** The notice of what came into the graph while it was open. */
export const news = {
  title(changes: readonly Told[]): string {
    const people = listed([...new Set(changes.map(({ by }) => by))]);
    const names = namesOf(changes);
    const what = names.length > 3 ? plural(names.length, 'script', 'scripts') : listed(names);
    const deeds = new Set(changes.map(({ action }) => (action === 'LOAD' ? 'loaded' : 'taken out')));
    return `${what} ${[...deeds].join(' and ')} by ${people}:`;
  },
  detail(changes: readonly Told[]): string {
    const added = sum(changes, (change) => change.added);
    const changed = sum(changes, (change) => change.changed);
    const removed = sum(changes, (change) => change.removed);
    const entities = sum(changes, (change) => change.newEntities);
    const contradicted = sum(changes, (change) => change.contradictedCount);
    const parts = [
      added > 0 && plural(added, 'new claim', 'new claims'),
      changed > 0 && `${plural(changed, 'claim', 'claims')} changed`,
      removed > 0 && `${plural(removed, 'claim', 'claims')} removed`,
      entities > 0 && plural(entities, 'new entity', 'new entities'),
      sum(changes, (change) => change.backedCount) > 0 && backed(changes),
      contradicted > 0 && plural(contradicted, 'contradiction', 'contradictions'),
    ].filter((part) => part !== false);
    return parts.length > 0 ? `${parts.join(', ')}.` : 'nothing that shows here.';
  },
  show: 'Show',
  nothingToShow: 'Nothing of it is in the graph any more.',
  dismiss: 'Dismiss',
};
