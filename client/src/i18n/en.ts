import { canvas } from './en/canvas.ts';
import { failures } from './en/failures.ts';
import { panels } from './en/panels.ts';
import { steps } from './en/steps.ts';

/** The catalogue: every word of the explorer. Another language is a file of this type. */
export const en = { canvas, failures, panels, steps };

export type Messages = typeof en;
