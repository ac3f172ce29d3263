/** Words of the shell and its panels. */
export const panels = {
  product: 'Claimgraph',
};
