import type { Capability } from '../base/capability.ts';
import type { Context } from '../base/context.ts';
import { loadText, type LoadScriptInput } from './load-text.ts';
import { schema } from './schema.ts';

export const loadScript: Capability = {
  schema,
  // It loads with the loader's own.
  statements: [],
  resolvers: {
    ProblemSeverity: { ERROR: 'error', WARNING: 'warning' },
    LoadOutcome: { LOADED: 'loaded', UNCHANGED: 'unchanged', CHECKED: 'checked', REFUSED: 'refused' },
    Mutation: {
      loadScript: (_: unknown, { input }: { readonly input: LoadScriptInput }, context: Context) =>
        loadText(context, input),
    },
  },
};
