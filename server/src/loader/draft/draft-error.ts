/** A text of which no draft can be made: what is wrong with it, and what to do. */
export class DraftError extends Error {
  override readonly name = 'DraftError';
}
