import type { Stats } from 'node:fs';

import type { Finding } from './script-problem.ts';

/** Why a file cannot be read as a script. */
export type FileProblem = Pick<Finding, 'code' | 'message' | 'hint'>;

type Kinds = Pick<Stats, 'isFIFO' | 'isSocket' | 'isCharacterDevice' | 'isBlockDevice'>;

export function notAFile(info: Kinds): FileProblem {
  return {
    code: 'FILE_NOT_A_SCRIPT',
    message: `It is ${kindOf(info)}, neither a file nor a folder.`,
    hint: 'Name a script (a text file with Cypher) or a folder of scripts; - reads standard input.',
  };
}

function kindOf(info: Kinds): string {
  if (info.isFIFO()) return 'a named pipe';
  if (info.isSocket()) return 'a socket';
  if (info.isCharacterDevice() || info.isBlockDevice()) return 'a device';
  return 'something else';
}

export const noScripts: FileProblem = {
  code: 'FILE_NOT_FOUND',
  message: 'There is no script in this folder.',
  hint: 'Scripts are files whose name ends in ".cypher"; name the folder that holds them.',
};

export const noMatch: FileProblem = {
  code: 'FILE_NOT_FOUND',
  message: 'No file matches this pattern.',
  hint: 'Check it; it is read from the folder in which the command was started.',
};

export function leadsOutside(target: string): FileProblem {
  return {
    code: 'FILE_NOT_READABLE',
    message: `It is a link that leads out of its folder, to ${target}.`,
    hint: 'Name what it leads to, or put a copy in its place.',
  };
}

export const changedMeanwhile: FileProblem = {
  code: 'FILE_NOT_READABLE',
  message: 'It changed while it was being read.',
  hint: 'Wait until it is saved, and run the command again.',
};

export function tooLarge(size: number, maxBytes: number): FileProblem {
  return {
    code: 'FILE_TOO_LARGE',
    message: `It has ${megabytes(size)} MB; at most ${megabytes(maxBytes)} MB are read.`,
    hint:
      size > hardMaxBytes
        ? 'Split it: no more can be read at once.'
        : 'Split it, or raise the limit with --max-size MB.',
  };
}

/** Longer texts do not fit into one string of the JavaScript engine. */
export const hardMaxBytes = 500 * 1024 * 1024;

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}

/** What the system says about a file. Throws what has nothing to do with it. */
export function notReadable(error: unknown): FileProblem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return {
        code: 'FILE_NOT_FOUND',
        message: 'There is no such file or folder.',
        hint: 'Check the path; it is read from the folder in which the command was started.',
      };
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'FILE_NOT_READABLE',
        message: 'Reading it is not permitted.',
        hint: 'Give yourself the right to read it (on Linux and macOS: chmod u+r).',
      };
    case 'ELOOP':
      return {
        code: 'FILE_NOT_READABLE',
        message: 'Its symbolic links lead back to themselves.',
        hint: 'Name the file itself.',
      };
    case 'ENAMETOOLONG':
      return {
        code: 'FILE_NOT_FOUND',
        message: 'Its name is longer than the file system allows.',
        hint: 'Check the path.',
      };
    case 'EIO':
      return {
        code: 'FILE_NOT_READABLE',
        message: 'The disk reports an error while reading it.',
        hint: 'Copy the file to another disk and load the copy.',
      };
    default:
      throw error;
  }
}
