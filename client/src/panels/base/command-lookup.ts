import { chordWords } from '../../commands/chord.ts';
import type { Command } from '../../commands/command.ts';
import { commands } from '../../commands/commands.ts';

/** Commands by their ids, in the order asked for. An id without a command is a mistake in the program. */
export function commandsNamed(...ids: readonly string[]): readonly Command[] {
  return ids.map((id) => {
    const found = commands.find((command) => command.id === id);
    if (!found) throw new Error(`No command has the id "${id}": see commands/commands.ts.`);
    return found;
  });
}

const mac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The first key of a command in the words of this keyboard; undefined when it has none. */
export function keyWords(command: Command): string | undefined {
  const [chord] = command.keys;
  return chord === undefined ? undefined : chordWords(chord, mac);
}
