import { ContextMenu } from '../panels/context-menu/ContextMenu.tsx';
import { ExpandMenu } from '../panels/expand-menu/ExpandMenu.tsx';
import { useActions } from '../runtime/hooks.tsx';
import type { OpenMenu } from './gestures.ts';

interface MenusProps {
  readonly menu: OpenMenu | null;
  readonly onClose: () => void;
}

/** The menu that is open over the canvas. When it closes, the keyboard is back on the graph. */
export function Menus({ menu, onClose }: MenusProps) {
  const actions = useActions();
  if (!menu) return null;
  const close = () => {
    onClose();
    actions.focusCanvas();
  };
  switch (menu.kind) {
    case 'context':
      return <ContextMenu subject={menu.subject} at={menu.at} onClose={close} />;
    case 'expand':
      return <ExpandMenu key={menu.id} id={menu.id} at={menu.at} onClose={close} />;
  }
}
