import { useCommandContext } from '../panels/base/command-context.ts';
import { useKeyboard } from './use-keyboard.ts';

/** Runs commands by key. A part of its own, so that the page is not drawn anew with every change of state. */
export function Keyboard() {
  useKeyboard(useCommandContext());
  return null;
}
