import { cx } from './cx.ts';
import { iconNamed, icons } from './icons.ts';
import type { FamilyName } from './tokens.ts';

import styles from './TypeGlyph.module.css';

interface TypeGlyphProps {
  readonly family: FamilyName;
  /** Name of a Lucide icon; one that the product lacks is drawn as a circle. */
  readonly icon: string;
  /** Half size in px, 10 unless said. */
  readonly radius?: number;
  /** Drawn open with a dashed border: somebody without a name. */
  readonly open?: boolean;
}

/** Size of the icon against the half size, by how much of it the shape covers. */
const iconScale: Readonly<Record<FamilyName, number>> = {
  people: 1.22,
  bodies: 1.22,
  places: 1.22,
  happenings: 1.14,
  things: 1.16,
};

function hexagon(radius: number): string {
  const corners = Array.from({ length: 6 }, (_, corner) => {
    const angle = (corner * Math.PI) / 3;
    return `${(radius * Math.cos(angle)).toFixed(1)} ${(radius * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${corners.join('L')}Z`;
}

function Shape({ family, radius }: { readonly family: FamilyName; readonly radius: number }) {
  const className = styles['shape'];
  switch (family) {
    case 'people':
      return <circle r={radius} className={className} />;
    case 'bodies':
    case 'happenings': {
      const half = radius * (family === 'bodies' ? 0.9 : 0.92);
      return (
        <rect
          x={-half}
          y={-half}
          width={half * 2}
          height={half * 2}
          rx={radius * (family === 'bodies' ? 0.26 : 0.2)}
          transform={family === 'happenings' ? 'rotate(45)' : undefined}
          className={className}
        />
      );
    }
    case 'places':
      return <path d={hexagon(radius * 1.18)} strokeLinejoin="round" className={className} />;
    case 'things': {
      const [across, up] = [radius * 1.38, radius * 0.86];
      return <rect x={-across} y={-up} width={across * 2} height={up * 2} rx={up} className={className} />;
    }
  }
}

/** Shape, icon and colour of a kind of entity, as on the canvas. Decoration: the words stand beside it. */
export function TypeGlyph({ family, icon, radius = 10, open = false }: TypeGlyphProps) {
  const Drawing = icons[iconNamed(icon)];
  const size = radius * iconScale[family];
  const [width, height] = [radius * (family === 'things' ? 2.9 : 2.5), radius * 2.5];
  return (
    <svg
      width={width}
      height={height}
      viewBox={`${-width / 2} ${-height / 2} ${width} ${height}`}
      aria-hidden="true"
      className={cx(styles['glyph'], styles[family], open && styles['open'])}
    >
      <Shape family={family} radius={open ? radius - 0.8 : radius} />
      <Drawing x={-size / 2} y={-size / 2} size={size} strokeWidth={radius < 12 ? 2.5 : 2.2} />
    </svg>
  );
}
