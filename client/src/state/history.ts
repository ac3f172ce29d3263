import type { Step } from './step.ts';

/** Steps done and steps undone. `version` is that of the form of the steps, for links and files. */
export interface History {
  readonly version: 1;
  readonly past: readonly Step[];
  /** Undone steps, the next to be redone first. */
  readonly future: readonly Step[];
}

export const emptyHistory: History = { version: 1, past: [], future: [] };

/** The history after a new step; what was undone is gone. */
export function append(history: History, step: Step): History {
  return { ...history, past: [...history.past, step], future: [] };
}

/** The history with its last step undone; itself when there is none. */
export function undo(history: History): History {
  const last = history.past.at(-1);
  if (!last) return history;
  return { ...history, past: history.past.slice(0, -1), future: [last, ...history.future] };
}

/** The history with the last undone step done again; itself when there is none. */
export function redo(history: History): History {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { ...history, past: [...history.past, next], future };
}
