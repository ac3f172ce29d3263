import type { SupportKind } from '../../state/filters.ts';
import { Icon } from '../../ui/Icon.tsx';
import { LineSample } from '../../ui/LineSample.tsx';
import { EntityGlyph } from '../base/EntityGlyph.tsx';

import styles from './LegendPanel.module.css';

/** How each kind of support is drawn on the canvas. */
export function SupportGlyph({ kind }: { readonly kind: SupportKind }) {
  switch (kind) {
    case 'DISPUTED':
      return (
        <span className={styles['disputed']}>
          <Icon name="zap" size={15} />
        </span>
      );
    case 'ONE_ORIGIN':
      return <LineSample status="ASSERTED" width={34} plainWidth={2.4} />;
    case 'MORE_ORIGINS':
      return <LineSample status="ASSERTED" width={34} plainWidth={3.8} />;
    case 'UNNAMED_ONLY':
      return <EntityGlyph type="Person" anonymous radius={8} />;
  }
}
