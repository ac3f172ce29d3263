import { createColors } from 'picocolors';

/** Where a command writes: results to one side, problems and progress to the other. */
export interface Screen {
  readonly colors: ReturnType<typeof createColors>;
  /** A line of the result, for people. */
  readonly out: (line: string) => void;
  /** A line about what is wrong, or what goes on, for people. */
  readonly err: (line: string) => void;
  /** One JSON document on a line of its own, for machines; nothing where people read. */
  readonly document: (document: object) => void;
  /** Text as it is, such as an export; done when the reader has taken it. Throws ReaderGoneError. */
  readonly text: (text: string) => Promise<void>;
  /** Shows a line that the next one replaces; nothing where nobody watches. */
  readonly progress: (line: string) => void;
  /** A line about progress where nobody watches, such as a log. */
  readonly progressLog: (line: string) => void;
  /** Somebody watches what goes on, on a terminal this many columns wide; null where nobody does. */
  readonly columns: () => number | null;
}

export interface ScreenOptions {
  /** The command at work, which every JSON document names. */
  readonly command: string;
  /** Documents for machines instead of lines for people. */
  readonly json: boolean;
}

/** Nobody takes the output any more: its reader has stopped, as `| head` does, or it failed, which main.ts tells. */
export class ReaderGoneError extends Error {
  override readonly name = 'ReaderGoneError';
}

const clearLine = '\r\u001B[2K';

/** Writes to this process's own streams. Colours and progress only where a person looks at them. */
export function openScreen({ command, json }: ScreenOptions): Screen {
  const { stdout, stderr } = process;
  let open = false;
  const close = (): void => {
    if (open) stderr.write(clearLine);
    open = false;
  };
  const line =
    (stream: NodeJS.WriteStream) =>
    (text: string): void => {
      if (json) return;
      close();
      stream.write(`${text}\n`);
    };
  return {
    colors: createColors(isColored()),
    out: line(stdout),
    err: line(stderr),
    document: (document) => {
      if (!json) return;
      close();
      stdout.write(`${harmlessJson({ command, ...document })}\n`);
    },
    text: async (text) => {
      close();
      await write(stdout, text);
    },
    progress: (text) => {
      if (!stderr.isTTY) return;
      stderr.write(clearLine + text);
      open = text !== '';
    },
    progressLog: (text) => void stderr.write(`${text}\n`),
    // A terminal that does not know its width says 0.
    columns: () => (stderr.isTTY ? stderr.columns || 80 : null),
  };
}

function isColored(): boolean {
  const { stdout, stderr, env } = process;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return stdout.isTTY && stderr.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}

async function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error) reject(new ReaderGoneError('Nobody takes the output any more.', { cause: error }));
      else resolve();
    });
  });
}

// oxlint-disable-next-line no-control-regex -- they are what must not reach a terminal
const steering = /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;

/** Text from a script or a database without what would steer a terminal or hide text. */
export function harmless(text: string): string {
  return text.replaceAll(steering, '·');
}

/** The same for machines, which get every character, escaped. */
function harmlessJson(value: object): string {
  return JSON.stringify(value).replaceAll(
    steering,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
