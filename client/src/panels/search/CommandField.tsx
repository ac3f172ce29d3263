import { Autocomplete } from '@base-ui/react/autocomplete';
import {
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  type ComponentProps,
  type KeyboardEvent,
  type RefObject,
} from 'react';

import { chordWords } from '../../commands/chord.ts';
import { commands } from '../../commands/commands.ts';
import { en } from '../../i18n/en.ts';
import { useExplorer } from '../../runtime/hooks.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { articleName } from '../base/article-title.ts';
import { useCommandContext } from '../base/command-context.ts';
import { runSuggestion } from './run-suggestion.ts';
import { SuggestionRow } from './SuggestionRow.tsx';
import { suggestionGroups, type Suggestion, type SuggestionGroup } from './suggestions.ts';
import { useSearch, type SearchState } from './use-search.ts';

import styles from './CommandField.module.css';

const words = en.panels.search;

const headings: Readonly<Record<SuggestionGroup['kind'], string>> = {
  entity: words.entities,
  claim: words.claims,
  article: words.articles,
  command: words.commands,
};

function textOf(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case 'entity':
    case 'claim':
      return suggestion.hit.text;
    case 'article':
      return suggestion.article ? articleName(suggestion.article) : (suggestion.hit?.text ?? suggestion.id);
    case 'command':
      return suggestion.command.title;
  }
}

interface CommandFieldProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly placeholder: string;
}

/** One field for names, quotes, articles and commands. The first hit is always chosen already. */
export function CommandField({ inputRef, placeholder }: CommandFieldProps) {
  const context = useCommandContext();
  const articles = useExplorer((state) => state.articles);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const highlighted = useRef<Suggestion | undefined>(undefined);
  /** Enter was pressed before the answer came: its first hit is taken when it does. */
  const awaited = useRef<{ readonly stay: boolean } | null>(null);
  const search = useSearch(query);
  const possible = commands.filter((command) => command.id !== 'search' && command.when(context));
  const groups = suggestionGroups({ query, answer: search.answer, articles, commands: possible });

  const take = (suggestion: Suggestion, stay: boolean) => {
    const done = runSuggestion(suggestion, context);
    if (stay) return inputRef.current?.select();
    void done.then(() => context.actions.focusCanvas());
    setQuery('');
    setOpen(false);
    inputRef.current?.blur();
  };
  const takeAwaited = useEffectEvent(() => {
    const first = groups[0]?.items[0];
    if (first && awaited.current) take(first, awaited.current.stay);
    awaited.current = null;
  });
  useEffect(() => {
    if (search.phase === 'found') takeAwaited();
  }, [search]);
  const onKeyDown = (event: KeyboardEvent & { preventBaseUIHandler?: () => void }) => {
    const suggestion = highlighted.current;
    if (event.key === 'Escape' && !open) {
      event.preventDefault();
      event.preventBaseUIHandler?.();
      setQuery('');
      context.actions.focusCanvas();
      return;
    }
    if (event.key === 'Enter' && search.phase === 'loading') {
      event.preventDefault();
      event.preventBaseUIHandler?.();
      awaited.current = { stay: event.shiftKey };
      return;
    }
    if (!open || !suggestion) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      event.preventBaseUIHandler?.();
      take(suggestion, event.shiftKey);
    }
    if (event.key === 'Tab' && !event.shiftKey && query !== '') {
      event.preventDefault();
      event.preventBaseUIHandler?.();
      setQuery(textOf(suggestion));
    }
  };

  return (
    <Autocomplete.Root
      items={groups}
      mode="none"
      autoHighlight="always"
      keepHighlight
      openOnInputClick
      open={open}
      onOpenChange={setOpen}
      value={query}
      onValueChange={(value, { reason }) => {
        awaited.current = null;
        if (reason !== 'item-press') setQuery(value);
      }}
      itemToStringValue={textOf}
      onItemHighlighted={(suggestion) => {
        highlighted.current = suggestion;
      }}
    >
      <Autocomplete.InputGroup className={styles['field']}>
        <Icon name="search" />
        <Autocomplete.Input
          ref={inputRef}
          aria-label={words.label}
          placeholder={placeholder}
          className={styles['input']}
          onFocus={() => setOpen(true)}
          onKeyDown={onKeyDown}
        />
        <Kbd>{chordWords('Mod+K', false)}</Kbd>
      </Autocomplete.InputGroup>
      <Autocomplete.Portal>
        <Autocomplete.Backdrop className={styles['scrim']} />
        <Autocomplete.Positioner
          className={styles['positioner']}
          align="center"
          sideOffset={4}
          collisionPadding={8}
        >
          <Autocomplete.Popup render={asSearch} aria-label={words.label} className={styles['popup']}>
            <Status query={query} search={search} empty={groups.length === 0} />
            <Autocomplete.List className={styles['list']}>
              {(group: SuggestionGroup) => (
                <Autocomplete.Group key={group.kind} items={group.items}>
                  <Autocomplete.GroupLabel className={styles['heading']}>
                    {headings[group.kind]}
                  </Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(suggestion: Suggestion) => (
                      <Autocomplete.Item
                        key={`${suggestion.kind} ${suggestion.id}`}
                        value={suggestion}
                        className={styles['item']}
                        onClick={(event) => take(suggestion, event.shiftKey)}
                      >
                        <SuggestionRow suggestion={suggestion} query={query} />
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
            <p className={styles['foot']}>
              {words.foot.map((hint) => (
                <span key={hint}>{hint}</span>
              ))}
            </p>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}

function asSearch(props: ComponentProps<'search'>) {
  return <search {...props} role={undefined} />;
}

interface StatusProps {
  readonly query: string;
  readonly search: SearchState;
  readonly empty: boolean;
}

/** What is to be said about the search itself; read out as it changes. */
function Status({ query, search, empty }: StatusProps) {
  const found = search.answer?.hits.length ?? 0;
  const total = search.answer?.totalCount ?? 0;
  const text = {
    idle: null,
    loading: empty ? words.loading : null,
    failed: words.failed,
    found: found === 0 ? words.none(query.trim()) : total > found ? words.more(total - found) : null,
  }[search.phase];
  return <Autocomplete.Status className={styles['status']}>{text}</Autocomplete.Status>;
}
