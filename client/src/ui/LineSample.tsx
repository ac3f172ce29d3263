import { cx } from './cx.ts';
import { lineForms, plainForm, type LineForm, type LineStatus } from './line-forms.ts';

import styles from './LineSample.module.css';

interface LineSampleProps {
  /** Null draws a plain line: the data holds no status. */
  readonly status: LineStatus | null;
  /** px, 40 unless said. */
  readonly width?: number;
  readonly onMarker?: boolean;
  /** Without arrow, for a kind of line rather than a direction; px of its width. */
  readonly plainWidth?: number;
}

const middle = 7;

function Mark({ mark, x }: { readonly mark: LineForm['mark']; readonly x: number }) {
  const place = `translate(${x} ${middle}) scale(0.82)`;
  const ground = <circle r="7.5" className={styles['ground']} />;
  switch (mark) {
    case 'none':
      return null;
    case 'dot':
      return <circle cx={x} cy={middle} r="3" className={styles['hollow']} strokeWidth="1.5" />;
    case 'question':
      return (
        <g transform={place}>
          {ground}
          <path
            d="M-2.6 -2.4A2.7 2.7 0 1 1 1 .1C.2 .6 0 1 0 2M0 5v.1"
            className={styles['stroke']}
            strokeWidth="1.8"
            strokeLinecap="round"
          />
        </g>
      );
    case 'speech':
      return (
        <g transform={place}>
          {ground}
          <path
            d="M-1.2 -3.6C-3.6 -3 -4.6 -1 -4.4 2.6H-1.2V-.4H-3M4 -3.6C1.6 -3 .6 -1 .8 2.6H4V-.4H2.2"
            className={styles['fill']}
          />
        </g>
      );
    case 'cross':
      return (
        <g transform={place}>
          {ground}
          <path
            d="M-4 -4L4 4M4 -4L-4 4"
            className={styles['stroke']}
            strokeWidth="2.2"
            strokeLinecap="round"
          />
        </g>
      );
    case 'strokes':
      return <path d={`M${x - 3} 3.5l2 7M${x + 1} 3.5l2 7`} className={styles['stroke']} strokeWidth="1.4" />;
  }
}

function End({ form, x }: { readonly form: LineForm; readonly x: number }) {
  switch (form.end) {
    case 'triangle': {
      const size = 4.6 + form.width * 1.5;
      const half = size * 0.42;
      return <path d={`M${x} ${middle}l${-size} ${-half}v${half * 2}Z`} className={styles['fill']} />;
    }
    case 'vee': {
      const size = 5 + form.width * 1.3;
      const half = size * 0.52;
      return (
        <path
          d={`M${x - size} ${middle - half}L${x} ${middle}L${x - size} ${middle + half}`}
          className={styles['stroke']}
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      );
    }
    case 'tee':
      return (
        <path
          d={`M${x - 1} ${middle - 6}v12`}
          className={styles['stroke']}
          strokeWidth={form.width}
          strokeLinecap="round"
        />
      );
  }
}

/** The line of a status as a picture: what the canvas draws, in a row of text. */
export function LineSample({ status, width = 40, onMarker = false, plainWidth }: LineSampleProps) {
  const form = status === null ? plainForm : lineForms[status];
  const tip = width - 3;
  const lineEnd = plainWidth ? tip : tip - { triangle: 5, tee: 2, vee: 1 }[form.end];
  return (
    <svg
      width={width}
      height="14"
      viewBox={`0 0 ${width} 14`}
      aria-hidden="true"
      className={cx(styles['sample'], styles[form.color], onMarker && styles['onMarker'])}
    >
      <path
        d={`M2 ${middle}H${lineEnd}`}
        className={styles['stroke']}
        strokeWidth={plainWidth ?? form.width}
        strokeDasharray={form.dash.length > 0 ? form.dash.join(' ') : undefined}
        strokeLinecap={form.cap}
      />
      {!plainWidth && <Mark mark={form.mark} x={(2 + lineEnd) / 2 - 1} />}
      {!plainWidth && <End form={form} x={tip} />}
    </svg>
  );
}
