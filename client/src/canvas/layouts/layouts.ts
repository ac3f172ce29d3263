import { force } from './force.ts';
import type { Layout } from './layout.ts';
import { legible } from './legible.ts';

/** The layouts; the first that suits a task is taken. */
export const layouts: readonly Layout[] = [legible, force];
