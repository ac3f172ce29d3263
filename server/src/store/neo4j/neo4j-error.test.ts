import { Neo4jError } from 'neo4j-driver';
import { expect, it } from 'vitest';

import { fromNeo4jError } from './neo4j-error.ts';

function errorOf(code: string, message: string): Neo4jError {
  return new Neo4jError(message, code, '50N42', '');
}

const here = 'bolt://127.0.0.1:7687';

it.each([
  ['Neo.ClientError.Security.Unauthorized', 'The client is unauthorized.', 'UNAUTHENTICATED'],
  ['Neo.ClientError.Security.Forbidden', 'Create node is not allowed.', 'FAILED'],
  ['Neo.ClientError.Statement.AccessMode', 'Writing in read access mode not allowed.', 'READ_ONLY'],
  ['Neo.ClientError.Cluster.NotALeader', 'No write operations here.', 'READ_ONLY'],
  ['Neo.ClientError.Schema.ConstraintValidationFailed', 'Node(0) already exists', 'CONSTRAINT'],
  ['Neo.DatabaseError.Schema.ConstraintCreationFailed', 'Both Node(3) and Node(4) have it', 'CONSTRAINT'],
  [
    'Neo.DatabaseError.Schema.ConstraintCreationFailed',
    'Unable to create:\nProperty existence constraint requires Neo4j Enterprise Edition.',
    'NOT_SUPPORTED',
  ],
  ['Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration', 'Terminated.', 'TIMEOUT'],
  ['Neo.TransientError.Transaction.DeadlockDetected', 'Cycle of locks.', 'CONFLICT'],
  ['Neo.TransientError.General.DatabaseUnavailable', 'Not up.', 'UNAVAILABLE'],
  ['Neo.TransientError.General.OutOfMemoryError', 'Heap.', 'FAILED'],
  ['Neo.ClientError.Procedure.ProcedureNotFound', 'There is no procedure.', 'BAD_STATEMENT'],
  ['Neo.DatabaseError.General.UnknownError', 'Something.', 'FAILED'],
  ['ServiceUnavailable', 'connect ECONNREFUSED', 'UNAVAILABLE'],
  ['SessionExpired', 'gone', 'UNAVAILABLE'],
])('%s (%s) is %s', (code, message, expected) => {
  expect(fromNeo4jError(errorOf(code, message), here).code).toBe(expected);
});

it('tells alike that a server stops and that it has stopped', () => {
  const stopping = errorOf('Neo.TransientError.General.DatabaseUnavailable', 'Not up.');
  const stopped = errorOf('ServiceUnavailable', 'connect ECONNREFUSED');
  expect(fromNeo4jError(stopping, here).message).toBe(fromNeo4jError(stopped, here).message);
});

it('names the server that refuses a password, not the password', () => {
  const cause = errorOf('Neo.ClientError.Security.Unauthorized', 'The client is unauthorized.');
  expect(fromNeo4jError(cause, here)).toMatchObject({
    message: `Neo4j at ${here} refuses this user name and password.`,
    hint: 'Check NEO4J_USERNAME and NEO4J_PASSWORD.',
  });
});

it('takes the place in the statement out of the message', () => {
  const cause = errorOf(
    'Neo.ClientError.Statement.SyntaxError',
    `Invalid input 'RETRUN': expected 'RETURN' (line 2, column 3 (offset: 12))\n"  RETRUN n"\n   ^`,
  );
  expect(fromNeo4jError(cause, here)).toMatchObject({
    message: "Invalid input 'RETRUN': expected 'RETURN'",
    position: { line: 2, column: 3, offset: 12 },
    cause,
  });
});

it('has no place where Neo4j has none', () => {
  const cause = errorOf(
    'Neo.ClientError.Statement.SyntaxError',
    'Expected exactly one statement per query but got: 2 (line 0, column 0 (offset: 0))\n"RETURN 1"\n ^',
  );
  expect(fromNeo4jError(cause, here)).toMatchObject({
    code: 'BAD_STATEMENT',
    message: 'Expected exactly one statement per query but got: 2',
    position: undefined,
  });
});

it('leaves an error of the store as it is', () => {
  const error = fromNeo4jError(errorOf('ServiceUnavailable', 'gone'), here);
  expect(fromNeo4jError(error, here)).toBe(error);
});
