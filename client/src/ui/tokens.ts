/** Colours, type and measures of the product: the one source for the style sheet and for the canvas. */

/** Every colour of one theme. Contrast figures are in the docs of the visual direction; a test keeps the promises. */
export interface ColorTokens {
  readonly canvas: string;
  readonly surface: string;
  readonly raised: string;
  readonly sunk: string;
  readonly line: string;
  readonly control: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly marker: string;
  readonly onMarker: string;
  readonly deny: string;
  readonly onDeny: string;
  readonly denySoft: string;
  readonly warn: string;
  readonly warnSoft: string;
  readonly ok: string;
  readonly focus: string;
  readonly edge1: string;
  readonly edge2: string;
  readonly edge3: string;
  readonly ghost: string;
  readonly onNode: string;
}

/** A group of types that shares one colour and one shape. */
export type FamilyName = 'people' | 'bodies' | 'places' | 'happenings' | 'things';

/** Fill of a family's shapes, and the darker or lighter tone in which its names are written. */
export interface FamilyColor {
  readonly fill: string;
  readonly text: string;
}

export interface ThemeTokens {
  readonly color: ColorTokens;
  readonly family: Readonly<Record<FamilyName, FamilyColor>>;
}

const light: ThemeTokens = {
  color: {
    canvas: '#F6F7F5',
    surface: '#FFFFFF',
    raised: '#FFFFFF',
    sunk: '#ECEEEB',
    line: '#D9DCD8',
    control: '#7F868C',
    ink: '#14181B',
    ink2: '#454C52',
    ink3: '#5F666C',
    marker: '#FFE066',
    onMarker: '#14181B',
    deny: '#B3261E',
    onDeny: '#FFFFFF',
    denySoft: '#FCEAE8',
    warn: '#7A5200',
    warnSoft: '#FFF3D6',
    ok: '#1B6E45',
    focus: '#1F5FD6',
    edge1: '#2B3136',
    edge2: '#565E65',
    edge3: '#7A8187',
    ghost: '#B9BEBB',
    onNode: '#FFFFFF',
  },
  family: {
    people: { fill: '#114E9D', text: '#114E9D' },
    bodies: { fill: '#3B2145', text: '#3B2145' },
    places: { fill: '#218A64', text: '#1B7051' },
    happenings: { fill: '#A34717', text: '#A34717' },
    things: { fill: '#7F8896', text: '#454C52' },
  },
};

const dark: ThemeTokens = {
  color: {
    canvas: '#121518',
    surface: '#1A1E22',
    raised: '#22272C',
    sunk: '#262B30',
    line: '#333A40',
    control: '#7D868E',
    ink: '#ECEFF1',
    ink2: '#B9C0C6',
    ink3: '#9AA2A9',
    marker: '#E8C22E',
    onMarker: '#14181B',
    deny: '#FF8A7E',
    onDeny: '#14181B',
    denySoft: '#3B1F1D',
    warn: '#F0C36A',
    warnSoft: '#3A2F14',
    ok: '#74D3A2',
    focus: '#8AB4FF',
    edge1: '#DDE2E6',
    edge2: '#A3ABB2',
    edge3: '#7F888F',
    ghost: '#41484E',
    onNode: '#121518',
  },
  family: {
    people: { fill: '#6498E0', text: '#6498E0' },
    bodies: { fill: '#F6DAF9', text: '#F6DAF9' },
    places: { fill: '#39DDA9', text: '#39DDA9' },
    happenings: { fill: '#FD8A2C', text: '#FD8A2C' },
    things: { fill: '#797B82', text: '#B9C0C6' },
  },
};

export type ThemeName = 'light' | 'dark';

export const tokens: Readonly<Record<ThemeName, ThemeTokens>> = { light, dark };

/** Sans is the product's own voice; serif is the words of others and nothing else. */
export const fontFamilies = {
  sans: '"Source Sans 3 Variable", system-ui, sans-serif',
  serif: '"Newsreader Variable", Georgia, serif',
} as const;

/** One step of the type scale: px, px, CSS weight. */
export interface TypeStep {
  readonly size: number;
  readonly line: number;
  readonly weight: number;
}

export const typeScale = {
  title: { size: 17, line: 24, weight: 600 },
  question: { size: 18, line: 24, weight: 600 },
  body: { size: 13, line: 18, weight: 400 },
  heading: { size: 12, line: 16, weight: 600 },
  hint: { size: 12, line: 16, weight: 400 },
  nodeLabel: { size: 12.5, line: 14, weight: 600 },
  nodeLabelOpen: { size: 12.5, line: 14, weight: 500 },
  edgeCaption: { size: 11.5, line: 14, weight: 400 },
  edgeCaptionSelected: { size: 11.5, line: 14, weight: 600 },
  quote: { size: 18, line: 27, weight: 400 },
  quoteSmall: { size: 15, line: 21, weight: 400 },
  article: { size: 17.5, line: 29, weight: 400 },
  articleTitle: { size: 25, line: 31, weight: 500 },
} as const satisfies Readonly<Record<string, TypeStep>>;

/** Milliseconds; all of them are 0 where the user asks for less motion. */
export const motion = { hover: 120, panel: 180, layout: 320 } as const;
