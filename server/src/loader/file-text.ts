import { isUtf8 } from 'node:buffer';

import type { FileProblem } from './file-problem.ts';

/** Text of a script's file, or why it is none. */
export type FileText =
  | { readonly ok: true; readonly text: string; readonly notices: readonly string[] }
  | { readonly ok: false; readonly problem: FileProblem };

const utf16Marks = ['fffe', 'feff'];
const saveAsUtf8 = 'Save the file as UTF-8 and load it again.';

/**
 * Reads the bytes of a script, with lines of at most `maxLine` characters. A byte order mark is dropped
 * with a notice; nothing else is changed.
 */
export function fileText(bytes: Uint8Array, maxLine: number): FileText {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  if (utf16Marks.includes(mark)) return notUtf8('It is UTF-16, not UTF-8.', saveAsUtf8);
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    return notUtf8(`It holds a NUL at byte ${nul}, so it is not text in UTF-8.`, saveAsUtf8);
  }
  if (!isUtf8(bytes)) {
    return notUtf8(`It is not UTF-8 at byte ${firstBadByte(bytes)}.`, saveAsUtf8);
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const longest = longestLine(text);
  if (longest > maxLine) {
    return {
      ok: false,
      problem: {
        code: 'FILE_TOO_LARGE',
        message: `It has a line of ${longest} characters; at most ${maxLine} are taken.`,
        hint: 'Break the line, for example between the entries of a list, or take it as it is with --max-size MB.',
      },
    };
  }
  if (!text.startsWith('\uFEFF')) return { ok: true, text, notices: [] };
  return { ok: true, text: text.slice(1), notices: ['begins with a byte order mark, which was passed over'] };
}

function notUtf8(message: string, hint: string): FileText {
  return { ok: false, problem: { code: 'FILE_NOT_UTF8', message, hint } };
}

/** Offset of the first byte that no UTF-8 can have there. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (isUtf8Beginning(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  // The last bytes before may begin a character that never ends.
  while (!isUtf8(bytes.subarray(0, good))) good -= 1;
  return good;
}

/** Whether the bytes are UTF-8 that may go on in the middle of a character. */
function isUtf8Beginning(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function longestLine(text: string): number {
  let longest = 0;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    longest = Math.max(longest, end - start);
    start = end + 1;
  }
  return Math.max(longest, text.length - start);
}
