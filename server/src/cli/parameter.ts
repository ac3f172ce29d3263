import { InvalidArgumentError } from 'commander';

import { isBlank, lex } from '../lib/cypher-lexer.ts';
import { literalValue } from '../loader/literal.ts';
import type { Parameters, ParameterValue } from '../store/values.ts';

/** Adds one `--param name=value` to those before it. Throws InvalidArgumentError. */
export function withParameter(written: string, before: Parameters = {}): Parameters {
  const [, name, value] = /^([\p{L}_][\p{L}\p{N}_]*)=(.*)$/su.exec(written) ?? [];
  if (name === undefined || value === undefined) {
    throw new InvalidArgumentError('Write name=value, such as --param year=2026.');
  }
  return { ...before, [name]: valueOf(value) };
}

/** A Cypher literal by its value; anything else is text as it stands. */
function valueOf(written: string): ParameterValue {
  const { tokens, problems } = lex(written);
  const literal =
    problems.length > 0
      ? undefined
      : literalValue(
          tokens.filter((token) => !isBlank(token)),
          written,
        );
  return literal === undefined ? written : literal;
}
