import type { ArticleSummary, SearchAnswer, SearchHit } from '../../api/graph.ts';
import type { Command } from '../../commands/command.ts';
import { groupBy } from '../../lib/group-by.ts';

/** One row under the command field. */
export type Suggestion =
  | { readonly kind: 'entity'; readonly id: string; readonly hit: SearchHit }
  | {
      readonly kind: 'claim';
      readonly id: string;
      readonly hit: SearchHit;
      /** The claim above rests on the same quote. */
      readonly sameQuote: boolean;
    }
  | {
      readonly kind: 'article';
      readonly id: string;
      readonly hit: SearchHit | null;
      readonly article: ArticleSummary | null;
    }
  | { readonly kind: 'command'; readonly id: string; readonly command: Command };

export type SuggestionKind = Suggestion['kind'];

export interface SuggestionGroup {
  readonly kind: SuggestionKind;
  readonly items: readonly Suggestion[];
}

interface Sources {
  readonly query: string;
  /** Null before the first answer. */
  readonly answer: SearchAnswer | null;
  readonly articles: readonly ArticleSummary[];
  /** Those that are possible now. */
  readonly commands: readonly Command[];
}

const mostCommands = 5;

/** Commands that are offered before anything is typed. */
const starts: readonly string[] = ['open-article', 'show-article', 'show-graph', 'arrange', 'fit', 'help'];

/** Lower case without marks, so that "demas" finds "demás". */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Commands whose title has every word of the query, or the beginning of it. */
function matching(commands: readonly Command[], query: string): readonly Command[] {
  const wanted = folded(query).split(/\s+/).filter(Boolean);
  return commands.filter((command) => {
    const words = folded(command.title).split(/\s+/);
    return wanted.every((word) => words.some((each) => each.startsWith(word)));
  });
}

/** Claims by quote, each quote where its first claim was: what rests on the same words stands together. */
function claimsByQuote(hits: readonly SearchHit[]): readonly Suggestion[] {
  const claims = hits.filter(({ kind }) => kind === 'claim');
  return [...groupBy(claims, ({ text }) => text).values()].flatMap((group) =>
    group.map((hit, index) => ({ kind: 'claim', id: hit.id, hit, sameQuote: index > 0 }) as const),
  );
}

function fromHits(hits: readonly SearchHit[], articles: readonly ArticleSummary[]): readonly Suggestion[] {
  const others = hits.flatMap((hit): Suggestion[] => {
    const { kind, id } = hit;
    if (kind === 'claim') return [];
    if (kind === 'entity') return [{ kind, id, hit }];
    return [{ kind, id, hit, article: articles.find((article) => article.id === id) ?? null }];
  });
  return [...others, ...claimsByQuote(hits)];
}

/**
 * What the field offers, in the order entities, claims, articles, commands; groups without a hit are left
 * out. Without a query it offers the articles and what can be done now.
 */
export function suggestionGroups({ query, answer, articles, commands }: Sources): readonly SuggestionGroup[] {
  const asked = query.trim() !== '';
  const hits = asked ? fromHits(answer?.hits ?? [], articles) : [];
  const held = articles.filter((article) => article.textHeld);
  const all: readonly Suggestion[] = [
    ...hits,
    ...(asked
      ? []
      : held.map((article) => ({ kind: 'article' as const, id: article.id, hit: null, article }))),
    ...(asked ? matching(commands, query) : commands.filter(({ id }) => starts.includes(id)))
      .slice(0, mostCommands)
      .map((command) => ({ kind: 'command' as const, id: command.id, command })),
  ];
  const order: readonly SuggestionKind[] = ['entity', 'claim', 'article', 'command'];
  return order
    .map((kind) => ({ kind, items: all.filter((each) => each.kind === kind) }))
    .filter((group) => group.items.length > 0);
}
