function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

function graphParts(entities: number, relations: number): string {
  const parts = [
    ...(entities > 0 ? [counted(entities, 'entity', 'entities')] : []),
    ...(relations > 0 ? [counted(relations, 'relation', 'relations')] : []),
  ];
  return parts.join(' and ');
}

/** Words of the canvas, its outline and its announcements. */
export const canvas = {
  captionsWithoutRoom: (count: number) =>
    `${count} ${count === 1 ? 'caption' : 'captions'} had no room: hover or zoom in`,
  outline: {
    keys: 'Up and down go through the entities, right into the relations of one and along a relation, left back. Enter shows the evidence, E expands, Space adds to the selection.',
    unlisted: (count: number) =>
      `${counted(count, 'entity is', 'entities are')} not listed here: search finds ${count === 1 ? 'it' : 'them'}.`,
  },
  announce: {
    added: (entities: number, relations: number) => `${graphParts(entities, relations)} added.`,
    removed: (entities: number, relations: number) => `${graphParts(entities, relations)} gone.`,
  },
  /** How a picture that is too big for everything is drawn. */
  mode: {
    reduced: (elements: number) =>
      `${elements.toLocaleString('en')} elements: captions from 100 % or near what you select`,
    plain: (elements: number) =>
      `${elements.toLocaleString('en')} elements, drawn plainly: no icons, straight lines, which can be clicked from 100 %`,
  },
};
