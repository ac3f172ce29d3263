import { relative } from 'node:path';

import type { FileEvent } from './recorded-files.ts';
import { strace } from './strace.ts';

const CALLS = 'openat,read,write,pwrite64,lseek,ftruncate,fsync,fdatasync,rename,unlink,unlinkat';

/** The command to put in front of a program, so that what it does to files is written into `trace`. */
export function recording(trace: string): readonly string[] {
  // Paths beside descriptors, every text in hex, nothing shortened.
  const format = ['-y', '-xx', '-s', '100000000'];
  return [strace ?? 'strace', '-f', '-qqq', ...format, '-e', `trace=${CALLS}`, '-o', trace];
}

/** One finished call. */
interface Call {
  readonly name: string;
  readonly args: string;
  readonly result: number;
  /** The texts among its arguments. */
  readonly texts: readonly Buffer[];
  /** The descriptor that it is about, if any, and its path. */
  readonly descriptor: string;
  readonly path: string;
}

/** Reads what was recorded about the files below a folder, and what was said on standard output. */
export function readRecording(trace: string, folder: string): readonly FileEvent[] {
  const reader = new RecordingReader(folder);
  for (const line of wholeLines(trace)) {
    const call = callIn(line);
    if (call && call.result >= 0) reader.add(call);
  }
  return reader.events;
}

class RecordingReader {
  readonly events: FileEvent[] = [];
  readonly #folder: string;
  /** Files by descriptor, with the place that the next write goes to. Folders have no file. */
  readonly #open = new Map<string, { readonly file: number | undefined; offset: number }>();
  readonly #names = new Map<string, number>();
  #files = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  add(call: Call): void {
    const { name, texts, descriptor, result, args } = call;
    if (name === 'write' && descriptor === '1') {
      this.events.push({ kind: 'said', text: String(texts[0]) });
    } else if (descriptor !== '') {
      if (this.#isOwn(call.path)) this.#addOnDescriptor(call);
    } else if (name === 'openat') {
      this.#addOpen(String(texts.at(-1)), String(result), args);
    } else {
      this.#addOnNames(name, texts.map(String));
    }
  }

  #isOwn(path: string): boolean {
    return !relative(this.#folder, path).startsWith('..');
  }

  #addOpen(path: string, descriptor: string, args: string): void {
    if (!this.#isOwn(path)) return;
    const name = relative(this.#folder, path);
    if (args.includes('O_CREAT') && !this.#names.has(name)) {
      this.#files += 1;
      this.#names.set(name, this.#files);
      this.events.push({ kind: 'create', path: name, file: this.#files });
    }
    const file = this.#names.get(name);
    this.#open.set(descriptor, { file, offset: 0 });
    if (file !== undefined && args.includes('O_TRUNC')) this.events.push({ kind: 'resize', file, size: 0 });
  }

  #addOnDescriptor({ name, args, texts, descriptor, path, result }: Call): void {
    if (name === 'unlinkat') {
      this.#addOnNames('unlink', [`${path}/${String(texts[0])}`]);
      return;
    }
    const open = this.#open.get(descriptor);
    if (!open) throw new Error(`the recording has a ${name} on ${path}, which was never opened`);
    const { file, offset } = open;
    const last = Number(/(\d+)$/u.exec(args)?.[1]);
    if (name === 'lseek') open.offset = result;
    if (name === 'read' || name === 'write') open.offset += result;
    if (file === undefined) {
      if (name === 'fsync') this.events.push({ kind: 'sync-folder' });
      return;
    }
    const bytes = texts[0]?.subarray(0, result) ?? Buffer.alloc(0);
    if (name === 'write') this.events.push({ kind: 'write', file, offset, bytes });
    if (name === 'pwrite64') this.events.push({ kind: 'write', file, offset: last, bytes });
    if (name === 'ftruncate') this.events.push({ kind: 'resize', file, size: last });
    if (name === 'fsync' || name === 'fdatasync') this.events.push({ kind: 'sync', file });
  }

  #addOnNames(name: string, paths: readonly string[]): void {
    const [from = '', to = ''] = paths.map((path) => relative(this.#folder, path));
    const file = this.#names.get(from);
    if (file === undefined) return;
    this.#names.delete(from);
    if (name === 'rename') {
      this.#names.set(to, file);
      this.events.push({ kind: 'rename', from, to });
    } else {
      this.events.push({ kind: 'remove', path: from });
    }
  }
}

/** Calls that were interrupted in the recording by another thread's, put together again. */
function* wholeLines(trace: string): Generator<string> {
  const begun = new Map<string, string>();
  for (const line of trace.split('\n')) {
    const [, thread = '', text = ''] = /^(\d+)\s+(.*)$/u.exec(line) ?? [];
    const unfinished = /^(.*) <unfinished \.\.\.>$/u.exec(text)?.[1];
    if (unfinished !== undefined) {
      begun.set(thread, unfinished);
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/u.exec(text)?.[1];
    yield resumed === undefined ? text : `${begun.get(thread) ?? ''}${resumed}`;
  }
}

function callIn(line: string): Call | undefined {
  const [, name, args, result] = /^(\w+)\((.*)\)\s+= (-?\d+)/u.exec(line) ?? [];
  if (name === undefined || args === undefined) return undefined;
  const texts = [...args.matchAll(/"([^"]*)"/gu)].map((match) => fromHex(match[1] ?? ''));
  const [, descriptor = '', path = ''] = /^(\d+)<([^>]*)>/u.exec(args) ?? [];
  return { name, args, result: Number(result), texts, descriptor, path: String(fromHex(path)) };
}

function fromHex(text: string): Buffer {
  return Buffer.from(text.replaceAll(String.raw`\x`, ''), 'hex');
}
