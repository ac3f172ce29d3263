import { en } from '../i18n/en.ts';
import { useExplorer } from '../runtime/hooks.tsx';
import { nameOf } from '../state/name-of.ts';
import { describeStep } from '../state/steps.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Popover } from '../ui/Popover.tsx';

import styles from './StepsButton.module.css';

/** How many steps there are, and which. */
export function StepsButton() {
  const steps = useExplorer((state) => state.steps);
  return (
    <Popover
      title={en.shell.stepsHeading}
      trigger={
        <IconButton icon="list" label={en.shell.steps(steps.length)}>
          <span className={styles['words']}>{en.shell.steps(steps.length)}</span>
        </IconButton>
      }
    >
      <StepList />
    </Popover>
  );
}

function StepList() {
  const steps = useExplorer((state) => state.steps);
  const entities = useExplorer((state) => state.entities);
  const articles = useExplorer((state) => state.articles);
  const known = { entities, articles, untitled: en.steps.untitled };
  if (steps.length === 0) return <p className={styles['step']}>{en.shell.noSteps}</p>;
  const last = steps.length - 1;
  return (
    <ol>
      {steps
        .map((step, index) => (
          // A step has no id of its own: its place in the list is what it is.
          <li key={index} className={styles['step']} aria-current={index === last ? 'step' : undefined}>
            <span className={styles['number']}>{index + 1}</span>
            {describeStep(step, { words: en.steps, nameOf: (id) => nameOf(id, known) })}
          </li>
        ))
        .toReversed()}
    </ol>
  );
}
