import { force } from './force.ts';
import type { Layout } from './layout.ts';

/** The layouts; the first that suits a task is taken. */
export const layouts: readonly Layout[] = [force];
