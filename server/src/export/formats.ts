import type { ExportFormat } from './format.ts';

/** Every form in which the graph leaves, in the order of `--help`. */
export const formats: readonly ExportFormat[] = [];
