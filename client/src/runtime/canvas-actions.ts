import { redo, undo } from '../state/history.ts';
import { tiedToAlone } from '../state/neighborhood.ts';
import type { Activities } from './activities.ts';
import type { ExplorerActions } from './explorer-state.ts';
import type { Session } from './session.ts';

type CanvasActions = Pick<
  ExplorerActions,
  | 'collapse'
  | 'hide'
  | 'hideOthers'
  | 'pin'
  | 'unpin'
  | 'move'
  | 'arrange'
  | 'place'
  | 'setFilters'
  | 'clear'
  | 'undo'
  | 'redo'
>;

/** What the user does to the canvas with what is there: one step each. */
export function canvasActions(session: Session, activities: Activities): CanvasActions {
  const { messages } = session;
  return {
    collapse(id) {
      const { investigation, relations } = session.state;
      const ids = tiedToAlone(id, { investigation, relations: relations.values() });
      if (ids.length > 0) session.take({ kind: 'collapse', id, ids });
      else session.tell(messages.steps.nothingTied(session.nameOf(id)), false);
    },
    hide: (ids) => void session.take({ kind: 'hide', ids }),
    hideOthers(ids) {
      const kept = new Set(ids);
      const others = session.state.investigation.entities.filter((id) => !kept.has(id));
      session.take({ kind: 'hide', ids: others });
    },
    pin: (ids) => void session.take({ kind: 'pin', ids }),
    unpin: (ids) => void session.take({ kind: 'unpin', ids }),
    move: (positions) => void session.take({ kind: 'move', positions }),
    arrange: () =>
      activities.run(messages.activities.arrange, async () => {
        const positions = await session.canvas?.arrange();
        if (positions) session.take({ kind: 'arrange', positions });
      }),
    place: (positions) => session.place(positions),
    setFilters: (filters) => void session.take({ kind: 'filter', filters }),
    clear: () => void session.take({ kind: 'clear' }),
    undo() {
      const step = session.history.past.at(-1);
      if (!step) return;
      session.travel(undo(session.history));
      session.tell(messages.steps.undone(session.textOf(step)), false);
    },
    redo() {
      const [step] = session.history.future;
      if (!step) return;
      session.travel(redo(session.history));
      session.tell(messages.steps.redone(session.textOf(step)), true);
    },
  };
}
