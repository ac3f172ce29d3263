import { stringValue } from '../lib/cypher-lexer.ts';
import type { Token } from '../lib/cypher-lexer.ts';
import type { ParameterValue } from '../store/values.ts';

/**
 * The value of a literal: text, number, truth value, null, list or map of such. Undefined if the
 * tokens are anything else, such as an expression.
 */
export function literalValue(tokens: readonly Token[], text: string): ParameterValue | undefined {
  const reader = new LiteralReader(tokens, text);
  const value = reader.value();
  return reader.atEnd ? value : undefined;
}

class LiteralReader {
  private at = 0;
  private readonly tokens: readonly Token[];
  private readonly text: string;

  constructor(tokens: readonly Token[], text: string) {
    this.tokens = tokens;
    this.text = text;
  }

  get atEnd(): boolean {
    return this.at === this.tokens.length;
  }

  value(): ParameterValue | undefined {
    const token = this.tokens[this.at];
    const body = this.take();
    if (body === '[') return this.list();
    if (body === '{') return this.map();
    if (body === '-') return this.number(`-${this.take()}`);
    if (token?.kind === 'string') return stringValue(body);
    if (token?.kind === 'number') return this.number(body);
    return constants.get(body.toLowerCase());
  }

  private number(body: string): number | undefined {
    const value = Number(body);
    return Number.isFinite(value) ? value : undefined;
  }

  private list(): ParameterValue | undefined {
    const values: ParameterValue[] = [];
    while (this.peek() !== ']') {
      if (values.length > 0 && this.take() !== ',') return undefined;
      const value = this.value();
      if (value === undefined) return undefined;
      values.push(value);
    }
    this.at += 1;
    return values;
  }

  private map(): ParameterValue | undefined {
    const entries: [string, ParameterValue][] = [];
    while (this.peek() !== '}') {
      if (entries.length > 0 && this.take() !== ',') return undefined;
      const name = this.take().replace(/^`(.*)`$/s, '$1');
      if (this.take() !== ':') return undefined;
      const value = this.value();
      if (value === undefined) return undefined;
      entries.push([name, value]);
    }
    this.at += 1;
    return Object.fromEntries(entries);
  }

  private peek(): string {
    const token = this.tokens[this.at];
    return token ? this.text.slice(token.start, token.end) : '';
  }

  private take(): string {
    const body = this.peek();
    this.at += 1;
    return body;
  }
}

const constants = new Map<string, ParameterValue>([
  ['true', true],
  ['false', false],
  ['null', null],
]);
