import type { Investigation, Step, StepKind } from '../step.ts';

/** The step of one kind. */
export type StepOf<Kind extends StepKind> = Extract<Step, { readonly kind: Kind }>;

/** The words in which steps are told; a catalogue of messages fills them in. */
interface StepWords {
  openArticle(article: string, entities: number): string;
  add(names: readonly string[]): string;
  expand(name: string, entities: number): string;
  collapse(name: string, entities: number): string;
  hide(names: readonly string[]): string;
  move(names: readonly string[]): string;
  arrange(entities: number): string;
  pin(names: readonly string[]): string;
  unpin(names: readonly string[]): string;
  filter(off: number): string;
  readonly clear: string;
}

export interface StepTelling {
  readonly words: StepWords;
  /** Name of an entity or title of an article; its id when it is not known. */
  readonly nameOf: (id: string) => string;
}

/** What one kind of step does and how it is told. */
export interface StepRule<Kind extends StepKind> {
  /** The investigation after the step. It is the same object when the step changes nothing. */
  readonly apply: (investigation: Investigation, step: StepOf<Kind>) => Investigation;
  /** The step in one line. */
  readonly describe: (step: StepOf<Kind>, telling: StepTelling) => string;
}
