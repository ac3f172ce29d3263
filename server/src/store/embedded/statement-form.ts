import type { CodeToken } from './code-tokens.ts';

/**
 * A statement's tokens with one word each for labels and types, for keys of maps, and for parameters, however
 * many of them follow each other. Statements of one form have plans with the same kinds of steps: what stands
 * at such a place is a name or a value, whatever it is called.
 */
export function statementForm(tokens: readonly CodeToken[]): string {
  const open: string[] = [];
  const words = tokens.map(({ kind, text }, at) => {
    if (text === '(' || text === '[' || text === '{') open.push(text);
    else if (text === ')' || text === ']' || text === '}') open.pop();
    if (kind === 'parameter') return '$';
    if (kind !== 'word') return text;
    const [before, behind] = [tokens[at - 1]?.text, tokens[at + 1]?.text];
    // A colon in braces stands between key and value, any other in front of a label or type.
    if (open.at(-1) !== '{') return before === ':' ? 'Name' : text;
    return behind === ':' && (before === '{' || before === ',') ? 'key' : text;
  });
  return words
    .join(' ')
    .replaceAll(/(?: : Name)+/gu, ' : Name')
    .replaceAll(/key : \$(?: , key : \$)+/gu, 'key : $');
}
