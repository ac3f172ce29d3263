import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, type ValidationContext } from 'graphql';
import type { Plugin } from 'graphql-yoga';

import type { RequestLimits } from './limits.ts';

/**
 * Refuses documents whose mere reading or checking would be expensive: tokens are counted while the text
 * is read, and depth, aliases and directives before the ordinary rules run, some of which take
 * exponential time on documents made for that.
 */
export function documentLimits(limits: RequestLimits): Plugin {
  const rules = limitRules(limits);
  return {
    onParse({ parseFn, setParseFn }) {
      setParseFn((source, options) => parseFn(source, { ...options, maxTokens: limits.tokens }));
    },
    onValidate({ validateFn, setValidationFn }) {
      setValidationFn((...asked: Parameters<typeof validateFn>) => {
        const [schema, document] = asked;
        const refused = validateFn(schema, document, rules);
        return refused.length > 0 ? refused : validateFn(...asked);
      });
    },
  };
}

interface DocumentLimit {
  readonly limit: 'depth' | 'aliases' | 'directives';
  readonly code: 'QUERY_TOO_DEEP' | 'LIMIT_EXCEEDED';
  readonly max: number;
  readonly message: (value: number) => string;
}

const limitRules = (limits: RequestLimits) => [
  maxDepthRule({
    n: limits.depth,
    flattenFragments: true,
    ...refusing({
      limit: 'depth',
      code: 'QUERY_TOO_DEEP',
      max: limits.depth,
      message: (value) =>
        `The query is ${value} levels deep, and at most ${limits.depth} are allowed. Ask for the deeper part in a second query.`,
    }),
  }),
  maxAliasesRule({
    n: limits.aliases,
    ...refusing({
      limit: 'aliases',
      code: 'LIMIT_EXCEEDED',
      max: limits.aliases,
      message: (value) =>
        `The query uses ${value} aliases, fragments multiplied out, and at most ${limits.aliases} are allowed. Split it into several queries.`,
    }),
  }),
  maxDirectivesRule({
    n: limits.directives,
    ...refusing({
      limit: 'directives',
      code: 'LIMIT_EXCEEDED',
      max: limits.directives,
      message: (value) =>
        `The query uses ${value} directives, and at most ${limits.directives} are allowed. Leave some out.`,
    }),
  }),
];

/** The library throws an error without code from within its rule; ours is reported like any other finding. */
function refusing({ limit, code, max, message }: DocumentLimit) {
  return {
    propagateOnRejection: false,
    onReject: [
      (context: ValidationContext | null, { message: found }: GraphQLError) => {
        const value = Number(/found (\d+)/.exec(found)?.[1]);
        context?.reportError(new GraphQLError(message(value), { extensions: { code, limit, value, max } }));
      },
    ],
  };
}
