import { useExplorer } from '../../runtime/hooks.tsx';
import { entityTypeInfo } from '../../state/vocabulary.ts';
import { TypeGlyph } from '../../ui/TypeGlyph.tsx';

interface EntityGlyphProps {
  readonly type: string;
  readonly anonymous?: boolean;
  readonly radius?: number;
}

/** Shape, icon and colour of an entity's type. */
export function EntityGlyph({ type, anonymous = false, radius = 10 }: EntityGlyphProps) {
  const vocabulary = useExplorer((state) => state.vocabulary);
  const { family, icon } = entityTypeInfo(vocabulary, type);
  return <TypeGlyph family={family} icon={icon} open={anonymous} radius={radius} />;
}
