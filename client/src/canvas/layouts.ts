import type { Layout } from './layout/layout.ts';
import { force } from './layouts/force.ts';
import { legible } from './layouts/legible.ts';

/** The layouts; the first that suits a task is taken. */
export const layouts: readonly Layout[] = [legible, force];
