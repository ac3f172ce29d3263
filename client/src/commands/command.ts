import type { ExplorerActions, ExplorerState } from '../runtime/explorer-state.ts';
import type { Point } from '../state/scene.ts';

/** What a command may ask of the page around the canvas. */
export interface ShellPort {
  /** Puts the keyboard into the command field. */
  focusSearch(): void;
  showHelp(): void;
  /** Opens the menu of what an expansion would bring, at a point of the window if there is one. */
  showExpandMenu(id: string, at: Point | null): void;
}

/** Everything a command knows: it keeps nothing of its own. */
export interface CommandContext {
  readonly state: ExplorerState;
  readonly actions: ExplorerActions;
  readonly shell: ShellPort;
}

export type CommandGroup = 'steps' | 'canvas' | 'selection' | 'evidence' | 'view';

/** One thing that the user can do. Menus, command field, keyboard and the list of keys all read it from here. */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  readonly title: string;
  /** Name of a Lucide icon that the product carries. */
  readonly icon: CommandIcon;
  /** Chords such as `Mod+Shift+Z`, `E` or `?`; Mod is Command on a Mac and Control elsewhere. The first is the one that is shown. */
  readonly keys: readonly string[];
  /** Whether it makes sense now. Keys may be shared by commands that are never possible together. */
  readonly when: (context: CommandContext) => boolean;
  readonly run: (context: CommandContext) => void | Promise<void>;
}

export type CommandIcon =
  | 'book-open'
  | 'chevron-down'
  | 'chevron-up'
  | 'circle-help'
  | 'eye'
  | 'eye-off'
  | 'file-text'
  | 'fold-vertical'
  | 'maximize'
  | 'minus'
  | 'moon'
  | 'network'
  | 'pin'
  | 'pin-off'
  | 'plus'
  | 'redo-2'
  | 'scan-search'
  | 'search'
  | 'sliders-horizontal'
  | 'undo-2'
  | 'waypoints'
  | 'workflow'
  | 'x';
