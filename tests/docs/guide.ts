import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './pages.ts';

/** One example of docs/api.md: a document, its variables, and what it answers where that is shown. */
export interface GuideExample {
  /** The title of the section that it stands in. */
  readonly section: string;
  /** The operation's name, where it has one. */
  readonly name: string | null;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly answer: Readonly<Record<string, unknown>> | null;
}

export interface Section {
  readonly title: string;
  readonly text: string;
}

export const guide = readFileSync(join(root, 'docs/api.md'), 'utf8');

/** What stands under a heading, of whatever level, up to the next. */
export const sections: readonly Section[] = guide
  .split(/^##+ /m)
  .slice(1)
  .map((part) => {
    const [title = '', ...lines] = part.split('\n');
    return { title: title.replaceAll('`', ''), text: lines.join('\n') };
  });

/** Every example, in the order of the page. */
export const guideExamples: readonly GuideExample[] = sections.flatMap(examplesOf);

function examplesOf({ title, text }: Section): readonly GuideExample[] {
  const blocks = [...text.matchAll(/^```(graphql|json)(?: (\w+))?\n([\s\S]*?)^```$/gm)];
  return blocks.flatMap(([, language, name, document = ''], index) => {
    if (language !== 'graphql') return [];
    const next = blocks.slice(index + 1, index + 3);
    const end = next.findIndex(([, other]) => other === 'graphql');
    const own = end === -1 ? next : next.slice(0, end);
    return [
      {
        section: title,
        name: name ?? null,
        document,
        variables: objectIn(own.find(([, , role]) => role === 'variables')?.[3]) ?? {},
        answer: objectIn(own.find(([, , role]) => role === undefined)?.[3]),
      },
    ];
  });
}

function objectIn(text: string | undefined): Record<string, unknown> | null {
  return text === undefined ? null : (JSON.parse(text) as Record<string, unknown>);
}

/** The document of this name. */
export function guideDocument(name: string): string {
  const example = guideExamples.find((candidate) => candidate.name === name);
  if (!example) throw new Error(`docs/api.md has no document ${name}.`);
  return example.document;
}
