import type { SearchHit } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';
import { useExplorer } from '../../runtime/hooks.tsx';
import { entityTypeInfo } from '../../state/vocabulary.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { LineSample } from '../../ui/LineSample.tsx';
import { articleName } from '../base/article-title.ts';
import { keyWords } from '../base/command-lookup.ts';
import { EntityGlyph } from '../base/EntityGlyph.tsx';
import { snippetParts } from './snippet-parts.ts';
import type { Suggestion } from './suggestions.ts';

import styles from './CommandField.module.css';

const words = en.panels.search;

/** One suggestion: what it is, why it was found, what Enter does. */
export function SuggestionRow({
  suggestion,
  query,
}: {
  readonly suggestion: Suggestion;
  readonly query: string;
}) {
  switch (suggestion.kind) {
    case 'entity':
      return <EntitySuggestion hit={suggestion.hit} query={query} />;
    case 'claim':
      return <ClaimSuggestion hit={suggestion.hit} sameQuote={suggestion.sameQuote} />;
    case 'article':
      return <ArticleSuggestion suggestion={suggestion} />;
    case 'command': {
      const keys = keyWords(suggestion.command);
      return (
        <>
          <Icon name={suggestion.command.icon} />
          <span>{suggestion.command.title}</span>
          {keys ? <Kbd>{keys}</Kbd> : <span />}
        </>
      );
    }
  }
}

/** Why an entity was found, unless it simply has the name. */
function reason(hit: SearchHit, query: string): string | null {
  const [first] = hit.highlights;
  const word = first ? hit.snippet.slice(first.start, first.end) : hit.snippet;
  if (hit.distance > 0) return words.matched(query.trim(), word, hit.distance);
  if (hit.field === 'name') return null;
  return /alias/i.test(hit.field) ? words.matchedAlias(hit.snippet) : words.matchedField(hit.field);
}

function EntitySuggestion({ hit, query }: { readonly hit: SearchHit; readonly query: string }) {
  const vocabulary = useExplorer((state) => state.vocabulary);
  const present = useExplorer((state) => state.investigation.entities.includes(hit.id));
  const type = hit.entity?.type ?? '';
  const detail = [entityTypeInfo(vocabulary, type).label, reason(hit, query)].filter(Boolean).join(', ');
  return (
    <>
      <EntityGlyph type={type} anonymous={hit.entity?.anonymous ?? false} radius={9} />
      <span>
        <strong>{hit.text}</strong> <small>{detail}</small>
      </span>
      <small>{present ? words.shows : words.adds}</small>
    </>
  );
}

function ClaimSuggestion({ hit, sameQuote }: { readonly hit: SearchHit; readonly sameQuote: boolean }) {
  const status = hit.claim?.status ?? null;
  const word = (status ? en.evidence.status[status] : en.evidence.noStatus).word.toLowerCase();
  return (
    <>
      <LineSample status={status} width={28} />
      <span>
        {!sameQuote && (
          <span className={styles['quote']}>
            {snippetParts(hit.snippet, hit.highlights).map((part, index) =>
              // The parts of one text never change places.
              part.hit ? <mark key={index}>{part.text}</mark> : part.text,
            )}
          </span>
        )}
        <small className={styles['sentence']}>{hit.claim?.sentence}</small>
      </span>
      <small>{word}</small>
    </>
  );
}

function ArticleSuggestion({
  suggestion,
}: {
  readonly suggestion: Extract<Suggestion, { kind: 'article' }>;
}) {
  const { hit, article } = suggestion;
  const title = article ? articleName(article) : hit?.text || suggestion.id;
  // An article without a title is already named by its date.
  const date = article?.title && article.publishedAt;
  return (
    <>
      <EntityGlyph type="Report" radius={8} />
      <span>
        <strong>{title}</strong> {date && <small>{en.dateWords(date)}</small>}
      </span>
      <small>{words.opensArticle}</small>
    </>
  );
}
