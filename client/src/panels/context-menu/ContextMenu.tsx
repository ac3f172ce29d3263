import { en } from '../../i18n/en.ts';
import { useExplorer } from '../../runtime/hooks.tsx';
import { relationSentence } from '../../state/sentence.ts';
import { Icon } from '../../ui/Icon.tsx';
import { LineSample } from '../../ui/LineSample.tsx';
import { MenuAt, MenuHead, MenuItem, MenuSeparator } from '../../ui/Menu.tsx';
import { useCommandContext } from '../base/command-context.ts';
import { commandsNamed, keyWords } from '../base/command-lookup.ts';
import { EntityGlyph } from '../base/EntityGlyph.tsx';

const words = en.panels.contextMenu;

/** What the menu is about. What is meant is also selected, so that commands act on the selection. */
export type MenuSubject = 'entity' | 'edge' | 'selection' | 'background';

/** Commands by subject, in groups. */
const menus: Readonly<Record<MenuSubject, readonly (readonly string[])[]>> = {
  entity: [
    ['expand', 'expand-menu', 'collapse', 'select-neighbors', 'pin', 'unpin'],
    ['hide', 'hide-others'],
  ],
  edge: [['read-in-place', 'next-claim', 'previous-claim', 'fit-selection'], ['clear-selection']],
  selection: [
    ['pin', 'unpin', 'select-neighbors', 'fit-selection'],
    ['hide', 'hide-others'],
  ],
  background: [
    ['fit', 'arrange', 'undo', 'redo'],
    ['search', 'open-article', 'help'],
  ],
};

interface ContextMenuProps {
  readonly subject: MenuSubject;
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/** What can be done with what was clicked. */
export function ContextMenu({ subject, at, onClose }: ContextMenuProps) {
  const context = useCommandContext();
  const groups = menus[subject]
    .map((ids) => commandsNamed(...ids).filter((command) => command.when(context)))
    .filter((group) => group.length > 0);
  return (
    <MenuAt at={at} label={words[subject]} onClose={onClose}>
      <Head subject={subject} />
      {groups.map((group) => (
        <div key={group[0]?.id}>
          <MenuSeparator />
          {group.map((command) => (
            <MenuItem
              key={command.id}
              icon={command.icon}
              detail={keyWords(command)}
              onClick={() => void command.run(context)}
            >
              {command.title}
            </MenuItem>
          ))}
        </div>
      ))}
    </MenuAt>
  );
}

function Head({ subject }: { readonly subject: MenuSubject }) {
  switch (subject) {
    case 'entity':
      return <EntityHead />;
    case 'edge':
      return <EdgeHead />;
    case 'selection':
      return <SelectionHead />;
    case 'background':
      return <GraphHead />;
  }
}

function EntityHead() {
  const node = useExplorer(({ scene, selection }) =>
    scene.nodes.find(({ id }) => id === selection.primary?.id),
  );
  if (!node) return null;
  return (
    <MenuHead
      glyph={<EntityGlyph type={node.type} anonymous={node.anonymous} />}
      title={node.name}
      detail={words.entityCounts(node.degree, node.hiddenNeighbors)}
    />
  );
}

function EdgeHead() {
  const edge = useExplorer(({ scene, selection }) =>
    scene.edges.find(({ id }) => id === selection.primary?.id),
  );
  const relation = useExplorer((state) => state.relations.get(edge?.id ?? ''));
  const entities = useExplorer((state) => state.entities);
  const vocabulary = useExplorer((state) => state.vocabulary);
  if (!edge) return null;
  const sentence = relation && relationSentence(relation, { entities, vocabulary });
  return (
    <MenuHead
      glyph={<LineSample status={edge.status} width={28} />}
      title={sentence ? `${sentence.source.name} ${sentence.caption} ${sentence.target.name}` : edge.caption}
      detail={words.edgeCounts(edge.claimCount, edge.originCount)}
    />
  );
}

function SelectionHead() {
  const selection = useExplorer((state) => state.selection);
  const count = selection.entities.length + selection.edges.length;
  return (
    <MenuHead
      glyph={<Icon name="layers" />}
      title={en.panels.multi.title(count)}
      detail={en.panels.multi.detail(selection.entities.length, selection.edges.length)}
    />
  );
}

function GraphHead() {
  const scene = useExplorer((state) => state.scene);
  return (
    <MenuHead
      glyph={<Icon name="network" />}
      title={words.graph}
      detail={words.graphCounts(
        scene.nodes.length,
        scene.edges.reduce((sum, { relationIds }) => sum + relationIds.length, 0),
      )}
    />
  );
}
