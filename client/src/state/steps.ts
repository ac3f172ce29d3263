import type { Investigation, StepKind } from './step.ts';
import { add } from './steps/add.ts';
import { arrange } from './steps/arrange.ts';
import { clear } from './steps/clear.ts';
import { collapse } from './steps/collapse.ts';
import { expand } from './steps/expand.ts';
import { filter } from './steps/filter.ts';
import { hide } from './steps/hide.ts';
import { move } from './steps/move.ts';
import { openArticle } from './steps/open-article.ts';
import { pin } from './steps/pin.ts';
import type { StepOf, StepRule, StepTelling } from './steps/step-rule.ts';
import { unpin } from './steps/unpin.ts';

/** Every kind of step, one line each. */
const stepRules: { readonly [Kind in StepKind]: StepRule<Kind> } = {
  'open-article': openArticle,
  add,
  expand,
  collapse,
  hide,
  move,
  arrange,
  pin,
  unpin,
  filter,
  clear,
};

/** The investigation after one step. It is the same object when the step changes nothing. */
export function applyStep<Kind extends StepKind>(
  investigation: Investigation,
  step: StepOf<Kind>,
): Investigation {
  return ruleOf(step).apply(investigation, step);
}

/** A step in one line, such as "Expanded CIA: 7 entities". */
export function describeStep<Kind extends StepKind>(step: StepOf<Kind>, telling: StepTelling): string {
  return ruleOf(step).describe(step, telling);
}

function ruleOf<Kind extends StepKind>(step: StepOf<Kind>): StepRule<Kind> {
  // TypeScript does not follow that the kind of a StepOf<Kind> is Kind.
  return stepRules[step.kind as Kind];
}
