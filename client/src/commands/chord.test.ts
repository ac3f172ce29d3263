import { describe, expect, it } from 'vitest';

import { chordWords, isChord, isPlainKey, type KeyPress } from './chord.ts';
import { commands } from './commands.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('isChord', () => {
  it.each([
    ['Mod+Z', press('z', { ctrlKey: true }), true],
    ['Mod+Z', press('z', { metaKey: true }), true],
    ['Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false],
    ['Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), true],
    ['H', press('h'), true],
    ['H', press('h', { ctrlKey: true }), false],
    ['H', press('H', { shiftKey: true }), false],
    ['Shift+H', press('H', { shiftKey: true }), true],
    ['?', press('?', { shiftKey: true }), true],
    ['+', press('+', { shiftKey: true }), true],
    ['-', press('-', { altKey: true }), false],
    ['Escape', press('Escape'), true],
  ])('%s', (chord, pressed, expected) => {
    expect(isChord(pressed, chord)).toBe(expected);
  });
});

describe('commands', () => {
  it('have ids of their own', () => {
    expect(new Set(commands.map((command) => command.id)).size).toBe(commands.length);
  });

  it('leave the browser its keys', () => {
    const taken = ['Mod+F', 'Mod+L', 'Mod+D', 'Mod+R', 'Mod+T', 'Mod+W', 'Mod+N', 'Mod+P', 'Mod+S'];
    expect(commands.flatMap((command) => command.keys).filter((key) => taken.includes(key))).toEqual([]);
  });
});

it('tells plain keys from chords, and writes both in words', () => {
  expect(isPlainKey('Shift+H')).toBe(true);
  expect(isPlainKey('Mod+K')).toBe(false);
  expect(chordWords('Mod+Shift+Z', false)).toBe('Ctrl Shift Z');
  expect(chordWords('+', false)).toBe('+');
});
