import { useEffect, useId, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';

import { en } from '../../i18n/en.ts';
import type { Point } from '../../state/scene.ts';
import type { CanvasProps } from '../canvas-props.ts';
import type { Target } from '../looks.ts';
import { outlineItems, outlineLimit, walk } from './outline-items.ts';

import styles from './Outline.module.css';

export interface OutlineHandle {
  focus(): void;
}

type OutlineProps = Pick<CanvasProps, 'scene' | 'selection' | 'label' | 'describe' | 'onGesture'> & {
  readonly ref: Ref<OutlineHandle>;
  /** What the keyboard is on; null when it leaves. */
  readonly onFocus: (target: Target | null) => void;
  /** Where an element is in the browser's window. */
  readonly placeOf: (target: Target) => Point | null;
};

const words = en.canvas.outline;

/**
 * The graph as a tree for the keyboard and for those who listen. It is not seen itself: what it is on, the canvas
 * shows with a ring.
 */
export function Outline({
  ref,
  scene,
  selection,
  label,
  describe,
  onGesture,
  onFocus,
  placeOf,
}: OutlineProps) {
  const [at, setAt] = useState<Target | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const keysId = useId();
  const tree = useRef<HTMLDivElement>(null);
  const moveFocus = useRef(false);
  const primary = selection.primary?.kind === 'entity' ? selection.primary.id : null;
  const wanted = at?.kind === 'entity' ? at.id : (open ?? primary);
  const items = useMemo(() => outlineItems(scene, open, wanted), [scene, open, wanted]);
  const current =
    items.find((item) => item.target.id === at?.id) ??
    items.find((item) => item.target.id === primary) ??
    items[0];
  const currentId = current?.target.id;

  function focusCurrent(): void {
    const target = tree.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]');
    (target ?? tree.current)?.focus();
  }

  /** Goes to the entity that was selected elsewhere, such as by a search; else back to where the keyboard was. */
  function focus(): void {
    if (primary === null || at === null || at.id === primary) return focusCurrent();
    moveFocus.current = true;
    setAt({ kind: 'entity', id: primary });
  }

  useImperativeHandle(ref, () => ({ focus }));

  useEffect(() => {
    if (!moveFocus.current) return;
    moveFocus.current = false;
    focusCurrent();
  }, [currentId, items]);

  function onKeyDown(event: KeyboardEvent): void {
    if (current === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (!act(event, current.target)) return;
    event.preventDefault();
  }

  /** Does what a key means here; false where it means nothing. */
  function act(event: KeyboardEvent, { kind, id }: Target): boolean {
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      const place = placeOf({ kind, id });
      if (place !== null) onGesture({ kind: 'menu', target: kind, id, at: place });
      return true;
    }
    if (event.shiftKey) return false;
    if (event.key === 'Enter' || event.key === ' ') {
      onGesture({ kind: 'select', target: kind, id, additive: event.key === ' ' });
      return true;
    }
    if (event.key.toLowerCase() === 'e' && kind === 'entity') {
      onGesture({ kind: 'open', target: kind, id });
      return true;
    }
    if (current === undefined) return false;
    const step = walk(event.key, { scene, items, current, open });
    if (step === null) return event.key.startsWith('Arrow');
    switch (step.kind) {
      case 'go':
        moveFocus.current = true;
        setOpen(step.open);
        setAt(step.to);
        break;
      case 'open':
        setOpen(step.id);
        break;
      case 'close':
        setOpen(null);
        break;
    }
    return true;
  }

  const unlisted = scene.nodes.length - outlineLimit;
  const selected = new Set([...selection.entities, ...selection.edges]);
  return (
    <>
      <p id={keysId} hidden>
        {words.keys} {unlisted > 0 && words.unlisted(unlisted)}
      </p>
      <div
        ref={tree}
        className={styles['outline']}
        role="tree"
        tabIndex={items.length === 0 ? 0 : -1}
        aria-label={label}
        aria-describedby={keysId}
        aria-multiselectable="true"
        onKeyDown={onKeyDown}
        onContextMenu={(event) => event.preventDefault()}
        onBlur={() => onFocus(null)}
      >
        {items.map(({ target, level }) => {
          const { title, detail } = describe(target.kind, target.id);
          return (
            <div
              key={`${level}${target.id}`}
              role="treeitem"
              aria-level={level}
              aria-selected={selected.has(target.id)}
              {...(level === 1 && { 'aria-expanded': target.id === open })}
              tabIndex={target.id === currentId ? 0 : -1}
              onFocus={() => {
                setAt(target);
                onFocus(target);
              }}
            >
              {title}, {detail}
            </div>
          );
        })}
      </div>
    </>
  );
}
