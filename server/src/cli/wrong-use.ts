/** Options that do not go together, or a value that none can have. The message says what to write instead. */
export class WrongUseError extends Error {
  override readonly name = 'WrongUseError';
}
