import type { ClaimStatus } from '../../api/graph.ts';
import { lineForms, plainForm } from '../../ui/line-forms.ts';
import type { LineForm } from '../../ui/line-forms.ts';
import { marks } from './marks.ts';

/** How a relation of one status is drawn: the form that the whole product uses, and what the canvas alone needs. */
export interface StatusForm extends LineForm {
  /** Width in pixels where two or more origins support it. */
  readonly widthCorroborated: number;
  readonly arrowScale: number;
  /** In front of the caption; empty for none. */
  readonly glyph: string;
}

const glyphs: Readonly<Record<LineForm['mark'], string>> = {
  none: '',
  dot: marks.ring,
  question: marks.question,
  speech: marks.speech,
  cross: marks.cross,
  strokes: marks.struck,
};

const arrowScales: Readonly<Record<LineForm['end'], number>> = { triangle: 0.8, vee: 0.95, tee: 0.85 };

function statusForm(form: LineForm): StatusForm {
  // Only what is told as a fact gains weight by a second origin: 2.4 to 3.8 and 1.2 to 1.8.
  const solid = form.dash.length === 0 && form.end === 'triangle';
  return {
    ...form,
    widthCorroborated: solid ? Math.round(form.width * 15.5) / 10 : form.width,
    arrowScale: arrowScales[form.end],
    glyph: glyphs[form.mark],
  };
}

/** The form of a status, or of a line whose status the data does not hold. */
export function formOf(status: ClaimStatus | null): StatusForm {
  return statusForm(status === null ? plainForm : lineForms[status]);
}
