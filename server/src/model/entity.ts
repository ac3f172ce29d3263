import type { EntityId } from './ids.ts';

/** A person, body, place, happening or thing; or whoever speaks. Without what only its own page tells of it. */
export interface Entity {
  readonly id: EntityId;
  readonly name: string;
  /** Main label: the one that the vocabulary knows, else the first that is neither Entity nor Source. */
  readonly type: string;
  readonly labels: readonly string[];
  readonly aliases: readonly string[];
  readonly isSource: boolean;
  readonly anonymous: boolean;
}
