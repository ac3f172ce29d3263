/** What failed, in the user's words: what, why, and what to do. */
export const failures = {
  canvasUntouched: 'Your canvas is as it was.',
  /** "Expanding CIA failed after 10 seconds." */
  failed: (activity: string, seconds: number) =>
    seconds < 1
      ? `${activity} failed.`
      : `${activity} failed after ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  unreachable: 'The server does not answer. It is asked again until it does.',
  storeUnavailable: 'The server cannot reach its store at the moment.',
  deadline: 'The answer took longer than the server allows. Bring in less at once.',
  limit: 'This is more than the server gives in one answer. Bring in less at once.',
  rateLimited: (seconds: number | null) =>
    seconds === null
      ? 'Too many questions in a short time. Wait a moment.'
      : `Too many questions in a short time. Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  unauthenticated: 'The server asks for a login.',
  forbidden: 'The server does not allow this.',
  notFound: 'It is no longer in the store.',
  versions: 'Explorer and server do not understand each other. Load the page anew.',
  unexpected: 'The server met an error that it has logged.',
};
