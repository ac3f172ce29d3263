/** Words of the scene that the vocabulary of the store does not give. */
export const scene = {
  unnamedSource: 'Unnamed source',
  bundle: (kinds: number, claims: number) =>
    `${kinds} ${kinds === 1 ? 'kind' : 'kinds'}, ${claims} ${claims === 1 ? 'claim' : 'claims'}`,
  /** What a page of neighbours is measured in and ordered by. */
  neighborLimit: 'new neighbours',
  neighborsSwitchedOff: 'neighbours of kinds that are switched off',
  bestEvidenceFirst: 'best evidence first',
};
