import { useEffect, useEffectEvent } from 'react';

import { isChord, isPlainKey } from '../commands/chord.ts';
import type { Command, CommandContext } from '../commands/command.ts';
import { commands } from '../commands/commands.ts';

/** Where keys belong to something else: fields take letters, menus and dialogs have their own ways. */
const typing = 'input:not([type="radio"]), textarea, select, [contenteditable="true"]';
const ownKeys = '[role="menu"], [role="dialog"], [role="alertdialog"], [role="listbox"]';

/** The command that a key press means, or null. Plain keys mean nothing while somebody types. */
function commandFor(event: KeyboardEvent, context: CommandContext): Command | null {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(ownKeys)) return null;
  const plainAllowed = !target?.closest(typing);
  const found = commands.find(
    (command) =>
      command.keys.some((chord) => isChord(event, chord) && (plainAllowed || !isPlainKey(chord))) &&
      command.when(context),
  );
  return found ?? null;
}

/** Lets the keyboard run every command, wherever the focus is. */
export function useKeyboard(context: CommandContext): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const command = commandFor(event, context);
    if (!command) return;
    event.preventDefault();
    void command.run(context);
  });
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  useKeptFocus(context);
}

/** Gives the keyboard to the graph when a key took away what had it: a hidden entity, a chip, a panel. */
function useKeptFocus({ actions }: CommandContext): void {
  useEffect(() => {
    const onKey = () => {
      const had = document.activeElement;
      requestAnimationFrame(() => {
        if (had && !had.isConnected && document.activeElement === document.body) actions.focusCanvas();
      });
    };
    const events = ['keydown', 'keyup'] as const;
    for (const event of events) document.addEventListener(event, onKey, { capture: true });
    return () => {
      for (const event of events) document.removeEventListener(event, onKey, { capture: true });
    };
  }, [actions]);
}
