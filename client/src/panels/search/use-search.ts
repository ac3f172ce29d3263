import { useEffect, useMemo, useState } from 'react';

import type { SearchAnswer } from '../../api/graph.ts';
import { useQueries } from '../../runtime/hooks.tsx';

export interface SearchState {
  readonly phase: 'idle' | 'loading' | 'found' | 'failed';
  /** The last answer; while the next one is awaited it is that of an earlier text. */
  readonly answer: SearchAnswer | null;
}

/** What came of the last question that was not overtaken by another. */
interface Outcome {
  readonly text: string;
  readonly answer: SearchAnswer | null;
}

const pauseMs = 120;

function phaseOf(text: string, last: Outcome): SearchState['phase'] {
  if (text === '') return 'idle';
  if (last.text !== text) return 'loading';
  return last.answer ? 'found' : 'failed';
}

/** Asks the store once typing pauses, and forgets answers to what is no longer asked. */
export function useSearch(query: string): SearchState {
  const queries = useQueries();
  const [last, setLast] = useState<Outcome>({ text: '', answer: null });
  const text = query.trim();
  useEffect(() => {
    if (text === '') return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      queries.search(text, abort.signal).then(
        (answer) => setLast({ text, answer }),
        () => !abort.signal.aborted && setLast({ text, answer: null }),
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [queries, text]);
  const phase = phaseOf(text, last);
  const answer = phase === 'idle' ? null : last.answer;
  return useMemo(() => ({ phase, answer }), [phase, answer]);
}
