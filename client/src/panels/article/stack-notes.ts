/** A note as it would like to stand; px from the top of the column. */
export interface NoteWish {
  readonly top: number;
  readonly height: number;
}

/** Places of notes beside a text: each at its wish or below the one before it, never over each other. */
export function stackNotes(wishes: readonly NoteWish[], gap: number): readonly number[] {
  let free = 0;
  return wishes.map(({ top, height }) => {
    const place = Math.max(top, free);
    free = place + height + gap;
    return place;
  });
}
