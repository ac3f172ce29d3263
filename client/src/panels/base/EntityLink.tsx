import { useActions, useExplorer } from '../../runtime/hooks.tsx';
import { EntityGlyph } from './EntityGlyph.tsx';

import styles from './EntityLink.module.css';

/** An entity with its glyph; choosing it shows its details. One that was never fetched goes by its id. */
export function EntityLink({ id }: { readonly id: string }) {
  const entity = useExplorer((state) => state.entities.get(id));
  const actions = useActions();
  if (!entity) return <span>{id}</span>;
  return (
    <button type="button" className={styles['link']} onClick={() => actions.selectEntity(id)}>
      <EntityGlyph type={entity.type} anonymous={entity.anonymous} />
      {entity.name}
    </button>
  );
}
