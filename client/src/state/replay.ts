import { emptyInvestigation } from './investigation.ts';
import type { Investigation, Step } from './step.ts';
import { applyStep } from './steps.ts';

/** What a list of steps gives, from an empty canvas on. The same list gives the same investigation. */
export function replay(steps: readonly Step[]): Investigation {
  return steps.reduce<Investigation>(
    (investigation, step) => applyStep(investigation, step),
    emptyInvestigation,
  );
}
