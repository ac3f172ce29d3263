import { runForces } from '../layout/forces.ts';
import type { Layout } from '../layout/layout.ts';

/** d3-force, for every size. */
export const force: Layout = { name: 'force', suits: () => true, run: runForces };
