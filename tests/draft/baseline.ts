import { createRequire } from 'node:module';

import { repositoryPath } from './paths.ts';

/** What is used of the library, which is the server's. */
interface View {
  json(options: { offset: true }): readonly { offset: { start: number; length: number } }[];
}

type Compromise = (text: string) => Readonly<Record<'people' | 'organizations' | 'places', () => View>>;

const compromise = createRequire(repositoryPath('server/package.json'))('compromise') as Compromise;

/** A mention as the library compromise finds it without any of our rules. */
export interface PlainMention {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

/** People, bodies and places that compromise finds by itself: what the rules are worth is told against it. */
export function plainMentions(text: string): readonly PlainMention[] {
  const found = compromise(text);
  const kinds = { person: found.people(), body: found.organizations(), place: found.places() };
  return Object.entries(kinds).flatMap(([kind, view]) =>
    view.json({ offset: true }).map(({ offset }) => ({
      kind,
      start: offset.start,
      end: offset.start + offset.length,
    })),
  );
}
