import { pino, type Logger } from 'pino';

import type { LogLevel } from './settings.ts';

/** Where log lines go: standard error, or what a test reads. */
export interface LogSink {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** The server's log: one JSON object a line for programs, a short sentence a line for people at a terminal. */
export function createLog(level: LogLevel, sink: LogSink = process.stderr): Logger {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const form = sink.isTTY ? forPeople : forPrograms;
  return pino(options, { write: (line: string) => void sink.write(form(line)) });
}

/** JSON escapes the first of the steering characters only, and a log may be read on a terminal. */
function forPrograms(line: string): string {
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${line.trimEnd().replaceAll(steering, escape)}\n`;
}

const levelNames: Readonly<Record<number, string>> = { 40: 'warning: ', 50: 'error: ', 60: 'error: ' };

/** `12:03:44 error: A query failed unexpectedly (id=1f…)`, and an error's stack below it. */
function forPeople(line: string): string {
  const { level, time, msg, err, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const clock = String(time).slice(11, 19);
  const details = Object.entries(fields).map(([name, value]) => `${name}=${plain(value)}`);
  const tail = details.length > 0 ? ` (${details.join(', ')})` : '';
  const stack = typeof err === 'object' && err !== null && 'stack' in err ? `\n${String(err.stack)}` : '';
  const whole = `${clock} ${levelNames[Number(level)] ?? ''}${String(msg)}${tail}${stack}\n`;
  return whole.replaceAll(steering, '·');
}

/** Characters with which a text could rewrite a terminal's screen, or turn around what is read there. */
// oxlint-disable-next-line no-control-regex -- they are what must not reach a terminal
const steering = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
