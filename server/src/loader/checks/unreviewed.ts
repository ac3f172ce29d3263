import { markedEntities } from '../article-snapshot.ts';
import { spanInClaim, spanOfText } from '../loaded-article.ts';
import type { Check } from './check.ts';

/** What a draft proposed is loaded only when its author has been through it. */
export const unreviewed: Check = {
  name: 'unreviewed',
  find: (loaded) => {
    const { claims, rules } = loaded;
    if (rules.allow?.unreviewed) return [];
    const marked = claims.filter(({ properties }) => properties['unreviewed'] === true);
    const entities = markedEntities(loaded.nodes, loaded.prepared);
    const places = [
      ...marked.map((claim) => spanInClaim(loaded, claim, null)),
      ...entities.map((id) => spanOfText(loaded.prepared, id)),
    ].toSorted((a, b) => a.offset - b.offset);
    const [first] = places;
    if (!first) return [];
    return [
      {
        ...first,
        code: 'UNREVIEWED',
        severity: rules.checkOnly ? 'warning' : 'error',
        message: `${counted(marked.length, 'claim', 'claims')} and ${counted(entities.length, 'entity', 'entities')} are not reviewed yet; this is the first.`,
        hint: 'Read each beside the article, mend it, and take unreviewed: true out of it; or load them as they are with --allow-unreviewed.',
      },
    ];
  },
};

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
