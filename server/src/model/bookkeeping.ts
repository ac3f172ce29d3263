/**
 * Labels of the nodes by which the loader remembers what it did: its ledger of scripts, its history and
 * the counter of that. They live in the graph and are no part of it: no script may touch them, and they
 * appear in no list, count, search or export.
 */
export const bookkeepingLabels = ['LoadedScript', 'Load', 'LoadCounter'] as const;
