import type { ParameterValue } from '../store/values.ts';
import { literalValue } from './literal.ts';
import type { Finding } from './script-problem.ts';
import type { Part } from './splitter.ts';

/** What a line for a shell (`:param x => 1`) means to the loader. */
export type ShellCommand =
  | { readonly kind: 'parameters'; readonly values: ReadonlyMap<string, ParameterValue> }
  | { readonly kind: 'ignored'; readonly notice: string }
  | { readonly kind: 'refused'; readonly finding: Finding };

const ownTransaction = new Set(['begin', 'commit', 'auto']);

export function shellCommand(part: Part, text: string): ShellCommand {
  const name = /^:\s*([\w-]+)/.exec(part.statement)?.[1]?.toLowerCase() ?? '';
  if (ownTransaction.has(name)) {
    return {
      kind: 'ignored',
      notice: `line ${part.line}: ":${name}" was passed over, since a script is one transaction by itself`,
    };
  }
  const at = { offset: part.offset, length: part.statement.length };
  if (name === 'param' || name === 'params') {
    const values = parameters(part, text);
    if (values) return { kind: 'parameters', values };
    return {
      kind: 'refused',
      finding: {
        ...at,
        code: 'SYNTAX',
        message: 'This parameter cannot be read.',
        hint: "Write it with a literal value, such as :param year => 2026 or :param {name: 'Ana', year: 2026}.",
      },
    };
  }
  return {
    kind: 'refused',
    finding: {
      ...at,
      code: 'SCRIPT_NOT_ALLOWED',
      message: `":${name}" is a command of a shell, which no script may give.`,
      hint: 'Take the line out. Of shell commands, :param counts, and :begin, :commit and :auto are passed over.',
    },
  };
}

/** `:param name => value`, `:param name: value` or `:param {name: value}`; null if it is none of them. */
function parameters(part: Part, text: string): ReadonlyMap<string, ParameterValue> | null {
  // The first two tokens are the colon and the command; a semicolon at the end is optional.
  const rest = part.tokens.slice(2).filter((token) => token.kind !== 'semicolon');
  const bodies = rest.map((token) => text.slice(token.start, token.end));
  if (bodies[0] === '{') {
    const map = literalValue(rest, text);
    if (map === undefined || map === null || typeof map !== 'object' || Array.isArray(map)) return null;
    return new Map(Object.entries(map));
  }
  const arrow = bodies[1] === '=' && bodies[2] === '>' ? 3 : 2;
  if (arrow === 2 && bodies[1] !== ':') return null;
  const value = literalValue(rest.slice(arrow), text);
  const name = bodies[0];
  return name === undefined || value === undefined ? null : new Map([[name.replaceAll('`', ''), value]]);
}
