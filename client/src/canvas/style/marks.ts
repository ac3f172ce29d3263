/**
 * Marks in front of a caption. The interface font has none of them but the question mark, so the others come from
 * marks.woff2, which marks-font.py draws at these code points.
 */
export const marks = {
  dispute: '\uE001',
  ring: '\uE002',
  speech: '\uE003',
  cross: '\uE004',
  struck: '\uE005',
  question: '?',
} as const;

export const marksFamily = 'Claimgraph Marks';
