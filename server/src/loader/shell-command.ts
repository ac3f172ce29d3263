import type { Token } from '../lib/cypher-lexer.ts';
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
const parameterCommands = new Set(['param', 'params']);

/** What to do instead of the commands that are refused. */
const wayOut: Readonly<Record<string, string>> = {
  rollback: 'Take it out together with the statements that it takes back: a script is loaded whole.',
  use: 'Take the line out: a script is loaded into the one database that the settings name.',
  source: 'Take the line out and load both files, in the order in which they are needed.',
};

export function shellCommand(part: Part, text: string): ShellCommand {
  const name = /^:\s*([\w-]+)/.exec(part.statement)?.[1]?.toLowerCase() ?? '';
  const refused = (code: Finding['code'], message: string, hint: string): ShellCommand => ({
    kind: 'refused',
    finding: { code, message, hint, offset: part.offset, length: part.statement.length },
  });
  // The first two tokens are the colon and the command; a semicolon at the end is optional.
  const rest = part.tokens.slice(2).filter((token) => token.kind !== 'semicolon');
  const bodies = rest.map((token) => text.slice(token.start, token.end));
  const passedOver = (why: string): ShellCommand => ({
    kind: 'ignored',
    notice: `line ${part.line}: ":${name}" was passed over, since ${why}`,
  });
  if (ownTransaction.has(name)) {
    if (rest.length === 0) return passedOver('a script is one transaction by itself');
    const message = `Behind ":${name}" the line goes on, which a shell would run.`;
    return refused('SYNTAX', message, `Take ":${name}" out and write the statement alone.`);
  }
  if (parameterCommands.has(name)) {
    if (rest.length === 0 || (rest.length === 1 && bodies[0]?.toLowerCase() === 'list'))
      return passedOver('it only shows the parameters');
    const values = parameters(rest, bodies, text);
    if (values) return { kind: 'parameters', values };
    const hint =
      "Write it with a literal value, such as :param year => 2026 or :param {name: 'Ana', year: 2026}.";
    return refused('SYNTAX', 'This parameter cannot be read.', hint);
  }
  const hint =
    wayOut[name] ??
    'Take the line out. Of shell commands, :param counts, and :begin, :commit and :auto are passed over.';
  return refused('SCRIPT_NOT_ALLOWED', `":${name}" is a command of a shell, which no script may give.`, hint);
}

/** `:param name => value`, `:param name: value` or `:param {name: value}`; null if it is none of them. */
function parameters(
  rest: readonly Token[],
  bodies: readonly string[],
  text: string,
): ReadonlyMap<string, ParameterValue> | null {
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
