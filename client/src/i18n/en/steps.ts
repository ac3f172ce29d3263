/** Each step in one line, for the toast and the list of steps. */
export const steps = {
  clear: 'Cleared the canvas',
};
