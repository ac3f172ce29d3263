import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, isAbsolute, sep } from 'node:path';

import { CsvError, parse } from 'csv-parse/sync';

import type { ParameterValue } from '../store/values.ts';
import type { Finding } from './script-problem.ts';

/** The largest file that is read: all of its rows go to the database as one value. Bytes. */
export const maxCsvBytes = 16 * 1024 * 1024;

interface CsvSource {
  /** As the script names the file: `file:///people.csv`, or `people.csv`. */
  readonly url: string;
  /** The only folder that files may lie in: an absolute path. */
  readonly folder: string;
  /** The first row gives names to the columns. */
  readonly headers: boolean;
  readonly delimiter: string;
}

type CsvRead =
  /** Maps of texts with headers, lists of texts without; a field that is empty and not quoted is null. */
  | { readonly kind: 'rows'; readonly rows: readonly ParameterValue[]; readonly bytes: Buffer }
  | { readonly kind: 'refused'; readonly refusal: CsvRefusal };

type CsvRefusal = Pick<Finding, 'code' | 'message' | 'hint'>;

/** Reads a file of the permitted folder as Neo4j's LOAD CSV does. */
export function csvRows({ url, folder, headers, delimiter }: CsvSource): CsvRead {
  const path = pathOf(url);
  if (typeof path !== 'string') return { kind: 'refused', refusal: path };
  const file = fileIn(folder, path);
  if (typeof file !== 'string') return { kind: 'refused', refusal: file };
  if (!/^[^]$/u.test(delimiter)) {
    const message = `FIELDTERMINATOR is ${JSON.stringify(delimiter)}; it has to be one character.`;
    return { kind: 'refused', refusal: { code: 'VALUE', message, hint: "Write FIELDTERMINATOR ';'." } };
  }
  const bytes = readFileSync(file);
  try {
    const records = recordsOf(bytes, delimiter);
    return { kind: 'rows', rows: headers ? withNames(records) : records, bytes };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message = `${path} is no CSV that can be read: ${error.message}.`;
    const hint =
      'Put fields with a quote, a line break or the terminator in " and write a quote inside as "".';
    return { kind: 'refused', refusal: { code: 'FILE_NOT_READABLE', message, hint } };
  }
}

function recordsOf(bytes: Buffer, delimiter: string): readonly (readonly (string | null)[])[] {
  return parse(bytes, {
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
  });
}

/** A row that is shorter than the first has null for the rest; what is longer is passed over. */
function withNames([names = [], ...rows]: readonly (readonly (
  | string
  | null
)[])[]): readonly ParameterValue[] {
  return rows.map((row) =>
    Object.fromEntries(
      names.flatMap((name, column) => (name === null ? [] : [[name, row[column] ?? null] as const])),
    ),
  );
}

/** The path inside of the folder that an address means. */
function pathOf(url: string): string | CsvRefusal {
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) return url;
  if (scheme !== 'file') {
    return {
      code: 'SCRIPT_NOT_ALLOWED',
      message: `${url} lies outside of this machine; scripts may not fetch anything.`,
      hint: `Download it into the folder that --allow-load-csv names and write file:///${url.split('/').at(-1) ?? ''}.`,
    };
  }
  const path = /^file:\/\/(\/.*)$/i.exec(url)?.[1] ?? /^file:(\/?[^/].*)$/i.exec(url)?.[1];
  try {
    if (path !== undefined) return decodeURIComponent(path);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
  }
  return {
    code: 'SCRIPT_NOT_ALLOWED',
    message: `${url} is no address of a file in the permitted folder.`,
    hint: 'Write file:/// and the path of the file in the folder that --allow-load-csv names.',
  };
}

/** The file itself, behind all links; only a regular file of the folder, and none that is too large. */
function fileIn(folder: string, path: string): string | CsvRefusal {
  const outside: CsvRefusal = {
    code: 'SCRIPT_NOT_ALLOWED',
    message: `${path} lies outside of the folder that scripts may read.`,
    hint: `Only files in ${folder} may be read; put a copy there.`,
  };
  const wanted = join(folder, path);
  if (path.includes('\0') || !isInside(folder, wanted)) return outside;
  const file = realPath(wanted);
  if (file === null) {
    const message = `There is no file ${path} in the folder that scripts may read.`;
    return { code: 'FILE_NOT_FOUND', message, hint: `Put it into ${folder}, or correct its name.` };
  }
  if (!isInside(realpathSync(folder), file)) return outside;
  const { size, ...stats } = statOf(file);
  if (!stats.isFile)
    return {
      ...outside,
      code: 'FILE_NOT_READABLE',
      message: `${path} is no file.`,
      hint: 'Name a CSV file.',
    };
  if (size <= maxCsvBytes) return file;
  return {
    code: 'FILE_TOO_LARGE',
    message: `${path} has ${size} bytes; at most ${maxCsvBytes} are read at once.`,
    hint: 'Cut it in several files, each with a LOAD CSV of its own.',
  };
}

function statOf(file: string): { readonly size: number; readonly isFile: boolean } {
  const stats = statSync(file);
  return { size: stats.size, isFile: stats.isFile() };
}

function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Null where nothing lies, or links lead nowhere. */
function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ELOOP' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return null;
    throw error;
  }
}
