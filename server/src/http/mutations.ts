import {
  type ASTVisitor,
  type ExecutionArgs,
  getOperationAST,
  GraphQLError,
  type ValidationContext,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';

import type { ApiRequest } from './api-request.ts';
import { tooLargeMessage } from './body.ts';
import { limits } from './limits.ts';
import type { Rights } from './route.ts';
import { checkVariables } from './variable-limits.ts';

interface ApiExecution extends Omit<ExecutionArgs, 'contextValue'> {
  readonly contextValue: ApiRequest;
}

/**
 * Mutations are for the write token, and one a request; what is wrong with the token is told before anything
 * of their arguments is looked at. Who has it may send more, but for mutations alone.
 */
export function mutations(bodyBytes: number): Plugin<ApiRequest, ApiRequest> {
  /** What holds for whoever may send more: no more than others where it is no mutation. */
  function checkSize({ contextValue, variableValues }: ApiExecution): void {
    if (contextValue.bytes > bodyBytes) throw tooLarge(bodyBytes);
    if (contextValue.rights.write) checkVariables(variableValues, limits.variableStringLength);
  }

  return {
    onParams({ params }) {
      // What is long belongs into a variable.
      if ((params.query?.length ?? 0) > bodyBytes) throw tooLarge(bodyBytes);
    },
    onValidate({ addValidationRule }) {
      addValidationRule(oneMutation);
    },
    onExecute({ args, setResultAndStopExecution }) {
      const { rights } = args.contextValue;
      if (!isMutation(args)) checkSize(args);
      else if (!rights.write) setResultAndStopExecution({ errors: [refusalOf(rights)] });
    },
    onSubscribe: ({ args }) => checkSize(args),
  };
}

export function isMutation({ document, operationName }: ExecutionArgs): boolean {
  return getOperationAST(document, operationName)?.operation === 'mutation';
}

/** Each field that is written in the document counts, whatever fragment it stands in. */
function oneMutation(context: ValidationContext): ASTVisitor {
  const mutation = context.getSchema().getMutationType();
  let fields = 0;
  return {
    Field(node) {
      if (!mutation || context.getParentType() !== mutation) return;
      fields += 1;
      if (fields !== 2) return;
      context.reportError(
        new GraphQLError('A request may have one mutation field. Send the others in requests of their own.', {
          nodes: node,
          extensions: { code: 'LIMIT_EXCEEDED', limit: 'mutations', max: 1 },
        }),
      );
    },
  };
}

/** A wrong token does not come this far, so there is none, or that of a reader. */
function refusalOf(rights: Rights): GraphQLError {
  return rights.recognised
    ? new GraphQLError('This takes the write token, and the request has the read token.', {
        extensions: { code: 'FORBIDDEN', http: { status: 403 } },
      })
    : new GraphQLError('This takes the write token, as Authorization: Bearer TOKEN.', {
        extensions: {
          code: 'UNAUTHENTICATED',
          http: { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } },
        },
      });
}

function tooLarge(bodyBytes: number): GraphQLError {
  return new GraphQLError(tooLargeMessage(bodyBytes), {
    extensions: { code: 'LIMIT_EXCEEDED', limit: 'bodyBytes', max: bodyBytes, http: { status: 413 } },
  });
}
