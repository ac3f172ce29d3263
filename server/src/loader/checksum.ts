import { createHash } from 'node:crypto';

/** Kept beside each checksum, so that another way of computing it is not taken for a changed script. */
export const checksumAlgorithm = 'sha256-lf';

/** Of the text with LF ends of lines, so that it is the same on every system. */
export function checksumOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}
