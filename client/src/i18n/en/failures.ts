/** What failed, in the user's words. */
export const failures = {
  canvasUntouched: 'Your canvas is as it was.',
};
