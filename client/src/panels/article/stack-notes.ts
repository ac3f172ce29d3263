/** A note as it would like to stand; px from the top of the column. */
export interface NoteWish {
  readonly top: number;
  readonly height: number;
}

export interface NoteColumn {
  /** px between two notes. */
  readonly gap: number;
  /** Empty px above the column into which notes may rise. */
  readonly headroom: number;
  /** Index of the note that is looked at: it stands at its wish, and the others give way upwards and downwards. */
  readonly anchor: number | null;
}

/** Places of notes beside a text: each at its wish or below the one before it, never over each other. */
export function stackNotes(
  wishes: readonly NoteWish[],
  { gap, headroom, anchor }: NoteColumn,
): readonly number[] {
  const places: number[] = [];
  let free = -headroom;
  wishes.forEach(({ top, height }, index) => {
    const place = index === anchor ? giveWay({ wishes, places, gap, headroom }) : Math.max(top, free);
    places.push(place);
    free = place + height + gap;
  });
  return places;
}

/** Moves the notes so far upwards, as far as there is room, and gives the place that this frees for the next one. */
function giveWay({
  wishes,
  places,
  gap,
  headroom,
}: Pick<NoteColumn, 'gap' | 'headroom'> & {
  readonly wishes: readonly NoteWish[];
  readonly places: number[];
}): number {
  const needed = wishes.slice(0, places.length).reduce((sum, { height }) => sum + height + gap, -headroom);
  const anchored = Math.max(wishes[places.length]?.top ?? 0, needed);
  let limit = anchored;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    limit = Math.min(places[index] ?? limit, limit - gap - (wishes[index]?.height ?? 0));
    places[index] = limit;
  }
  return anchored;
}
