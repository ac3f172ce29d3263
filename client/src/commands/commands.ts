import { arrange } from './arrange.ts';
import { clearSelection } from './clear-selection.ts';
import { collapse } from './collapse.ts';
import type { Command } from './command.ts';
import { dismissNews } from './dismiss-news.ts';
import { expandMenu } from './expand-menu.ts';
import { expand } from './expand.ts';
import { fitSelection } from './fit-selection.ts';
import { fit } from './fit.ts';
import { focusCanvas } from './focus-canvas.ts';
import { help } from './help.ts';
import { hideOthers } from './hide-others.ts';
import { hide } from './hide.ts';
import { nextClaim } from './next-claim.ts';
import { openArticle } from './open-article.ts';
import { pin } from './pin.ts';
import { previousClaim } from './previous-claim.ts';
import { readInPlace } from './read-in-place.ts';
import { redo } from './redo.ts';
import { search } from './search.ts';
import { selectNeighbors } from './select-neighbors.ts';
import { showArticle } from './show-article.ts';
import { showGraph } from './show-graph.ts';
import { toggleTheme } from './toggle-theme.ts';
import { undo } from './undo.ts';
import { unpin } from './unpin.ts';
import { zoomIn } from './zoom-in.ts';
import { zoomOut } from './zoom-out.ts';

/** Every command, in the order of the list of keys. */
export const commands: readonly Command[] = [
  undo,
  redo,
  expand,
  expandMenu,
  collapse,
  pin,
  unpin,
  selectNeighbors,
  hide,
  hideOthers,
  clearSelection,
  nextClaim,
  previousClaim,
  readInPlace,
  fit,
  fitSelection,
  zoomIn,
  zoomOut,
  arrange,
  search,
  showGraph,
  showArticle,
  focusCanvas,
  dismissNews,
  openArticle,
  toggleTheme,
  help,
];
