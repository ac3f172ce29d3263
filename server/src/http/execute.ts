import type { ExecutionArgs, ExecutionResult } from 'graphql';

/** Works out the answer to a query, or to one event of a subscription. */
export type Execute = (execution: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;
