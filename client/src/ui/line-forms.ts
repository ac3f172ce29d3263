/** One form a status: width in px, dash pattern in px, end and mark. The canvas draws the same forms. */
export interface LineForm {
  readonly width: number;
  readonly color: 'edge1' | 'edge2' | 'edge3' | 'deny';
  readonly dash: readonly number[];
  readonly cap: 'butt' | 'round';
  readonly end: 'triangle' | 'vee' | 'tee';
  readonly mark: 'none' | 'dot' | 'question' | 'speech' | 'cross' | 'strokes';
}

/** Names of the line forms. */
export type LineStatus =
  | 'ASSERTED'
  | 'REPORTED'
  | 'PLANNED'
  | 'PREDICTED'
  | 'QUESTIONED'
  | 'OPINION'
  | 'DENIED'
  | 'RETRACTED';

const solid = { dash: [], cap: 'butt', mark: 'none' } as const;

export const lineForms: Readonly<Record<LineStatus, LineForm>> = {
  ASSERTED: { ...solid, width: 2.4, color: 'edge1', end: 'triangle' },
  REPORTED: { ...solid, width: 1.2, color: 'edge2', end: 'triangle' },
  PLANNED: { width: 1.8, color: 'edge1', dash: [11, 6], cap: 'butt', end: 'vee', mark: 'none' },
  PREDICTED: { width: 1.8, color: 'edge1', dash: [4, 4], cap: 'butt', end: 'vee', mark: 'dot' },
  QUESTIONED: { width: 1.8, color: 'edge2', dash: [0.1, 5], cap: 'round', end: 'vee', mark: 'question' },
  OPINION: { width: 1.3, color: 'edge3', dash: [10, 4, 1.5, 4], cap: 'butt', end: 'vee', mark: 'speech' },
  DENIED: { width: 2.4, color: 'deny', dash: [0.1, 5.5], cap: 'round', end: 'tee', mark: 'cross' },
  RETRACTED: { width: 1.2, color: 'edge3', dash: [], cap: 'butt', end: 'tee', mark: 'strokes' },
};

/** A line whose status the data does not hold. */
export const plainForm: LineForm = { ...solid, width: 1.2, color: 'edge2', end: 'triangle' };
