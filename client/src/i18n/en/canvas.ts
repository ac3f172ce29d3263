/** Words of the canvas, its outline and its announcements. */
export const canvas = {
  captionsWithoutRoom: (count: number) =>
    `${count} ${count === 1 ? 'caption' : 'captions'} had no room: hover or zoom in`,
};
