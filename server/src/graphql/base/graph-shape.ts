import type { OtherForm } from '../../store/statement.ts';

/** What was found out about the graph as a whole. */
export interface GraphShape {
  /** `claims` where every entity has the label Entity and an id of its own. */
  readonly form: 'claims' | OtherForm;
  /** By label: the property that names its nodes. Empty in a graph of claims, where that is `name`. */
  readonly captions: Readonly<Record<string, string>>;
}

/** The shape of a graph of articles. */
export const graphOfClaims: GraphShape = { form: 'claims', captions: {} };
