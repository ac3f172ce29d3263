import { createColors } from 'picocolors';

/** Where a command writes: results to one side, problems and progress to the other. */
export interface Screen {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly colors: ReturnType<typeof createColors>;
  /** Shows a line that the next one replaces; nothing where nobody watches. */
  readonly progress: (line: string) => void;
}

const clearLine = '\r\u001B[2K';

let own: Screen | undefined;

/** The terminal of this process, of which there is one. Colours and progress only where a person looks at them. */
export function terminal(): Screen {
  own ??= openTerminal();
  return own;
}

function openTerminal(): Screen {
  const { stdout, stderr, env } = process;
  const watched = stderr.isTTY;
  const colored = (watched && stdout.isTTY && !env['NO_COLOR']) || Boolean(env['FORCE_COLOR']);
  let open = false;
  const close = (): void => {
    if (open) stderr.write(clearLine);
    open = false;
  };
  return {
    colors: createColors(colored),
    out: (line) => {
      close();
      stdout.write(`${line}\n`);
    },
    err: (line) => {
      close();
      stderr.write(`${line}\n`);
    },
    progress: (line) => {
      if (!watched) return;
      stderr.write(clearLine + line.slice(0, Math.max(20, stderr.columns - 1)));
      open = true;
    },
  };
}

// oxlint-disable-next-line no-control-regex -- they are what must not reach a terminal
const steering = /[\u0000-\u001F\u007F-\u009F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;

/** Text from a script or a database without what would steer a terminal or hide text. */
export function harmless(text: string): string {
  return text.replaceAll(steering, '·');
}
