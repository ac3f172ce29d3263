import { activities } from './en/activities.ts';
import { canvas } from './en/canvas.ts';
import { commands } from './en/commands.ts';
import { dateWords } from './en/date-words.ts';
import { evidence } from './en/evidence.ts';
import { failures } from './en/failures.ts';
import { news } from './en/news.ts';
import { panels } from './en/panels.ts';
import { scene } from './en/scene.ts';
import { shell } from './en/shell.ts';
import { steps } from './en/steps.ts';

/** The catalogue: every word of the explorer. Another language is a file of this type. */
export const en = {
  activities,
  canvas,
  commands,
  dateWords,
  evidence,
  failures,
  news,
  panels,
  scene,
  shell,
  steps,
};

export type Messages = typeof en;
