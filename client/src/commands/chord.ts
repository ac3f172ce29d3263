/** What of a key press matters; a DOM KeyboardEvent is one. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Whether a key press is the chord. Shift counts with letters and named keys; with signs it is part of the sign. */
export function isChord(press: KeyPress, chord: string): boolean {
  const parts = chord.length > 1 ? chord.split('+') : [chord];
  const key = parts.at(-1) ?? chord;
  const mod = parts.includes('Mod');
  const sign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  return (
    press.key.toLowerCase() === key.toLowerCase() &&
    (press.ctrlKey || press.metaKey) === mod &&
    !press.altKey &&
    (sign || press.shiftKey === parts.includes('Shift'))
  );
}

/** Whether a chord is one plain key, which must not act while somebody types. */
export function isPlainKey(chord: string): boolean {
  return !chord.includes('Mod+');
}

/** A chord in the words of the keyboard: "Ctrl Shift Z". */
export function chordWords(chord: string, mac: boolean): string {
  if (chord.length === 1) return chord;
  return chord
    .split('+')
    .map((part) => (part === 'Mod' ? (mac ? '⌘' : 'Ctrl') : part === 'Escape' ? 'Esc' : part))
    .join(' ');
}
