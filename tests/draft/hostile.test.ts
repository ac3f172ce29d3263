import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkScripts } from '../../server/src/app/check.ts';
import { workspace } from '../../server/src/app/workspace.ts';
import { lex, stringValue } from '../../server/src/lib/cypher-lexer.ts';
import { DraftError } from '../../server/src/loader/draft/draft-error.ts';
import { draftScript } from '../../server/src/loader/draft/draft-script.ts';
import { split } from '../../server/src/loader/splitter.ts';
import { vocabulary } from './answer-key.ts';

function draft(text: string, name = 'odd'): string {
  return draftScript(text, {
    file: `texts/2031-01-02-${name}.txt`,
    title: null,
    publisher: 'Odd & Sons’ "Gazette"',
    url: null,
    publishedAt: null,
    known: [{ id: 'ana-ruiz', name: 'Ana Ruiz', aliases: ['Ruiz', 'the boss'], labels: ['Person'] }],
    vocabulary,
  }).script;
}

/** The text that a store would read out of the script. */
function textIn(script: string): string | undefined {
  const { parts, problems } = split(script);
  expect(problems).toEqual([]);
  const article = parts.find(
    ({ kind, statement }) => kind === 'data' && statement.startsWith('MERGE (a:Article'),
  );
  const strings = article?.tokens.filter(({ kind }) => kind === 'string') ?? [];
  const last = strings.at(-1);
  return last && stringValue(script.slice(last.start, last.end));
}

/** Nothing of the text may become code, where `\u` or a mark would be read differently by each store. */
function oddities(script: string): readonly string[] {
  return lex(script).problems.map(({ code }) => code);
}

const pieces = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll('\0', '')),
  fc.constantFrom(
    'Ana Ruiz', ' said ', '"', '“', '”', "'", '\\', '\\u0027', '*/', '/*', '//', ';', '\n\n', '\r\n', '. ', '\u202e', '👩‍👩‍👧', ' met ',
    'Ruiz', 'The Ministry of Ports', ' in ', 'Port Nowhere', ' on Tuesday', 'an official familiar with ', ':', '{}', '`', '$x', 'עברית', 'Łódź', '\u2028',
  ),
); // oxfmt-ignore

describe('whatever the text', () => {
  it('the script can be split, and the text in it reads back verbatim', () => {
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 60 }), (parts) => {
        const text = parts.join('');
        fc.pre(text.trim() !== '');
        const script = draft(text);
        expect(textIn(script)).toBe(text);
        expect(oddities(script)).toEqual([]);
        expect(draft(text)).toBe(script);
      }),
      { numRuns: 150 },
    );
  });

  it('the script passes check', async () => {
    const texts = fc.sample(fc.array(pieces, { minLength: 20, maxLength: 60 }), { numRuns: 40, seed: 1 });
    const scripts = texts.map((parts, index) => {
      const name = `odd-${index}`;
      const text = draft(parts.join(''), name);
      return { path: `articles/2031-01-02-${name}.cypher`, file: name, text, notices: [] };
    });
    const folders = workspace();
    const report = await checkScripts(scripts, {
      folders,
      vocabulary,
      parameters: {},
      allow: {},
      strict: false,
    });
    const errors = report.scripts.flatMap((script) =>
      script.errors.map(({ message }) => `${script.file}: ${message}`),
    );
    expect(errors).toEqual([]);
  });

  it.each([
    [
      'one line of 200 KB',
      'Ana Ruiz met the Ministry of Ports in Port Nowhere on Tuesday, she said. '.repeat(2_700),
    ],
    ['one word of 1 MB', 'a'.repeat(1_000_000)],
    ['1 MB without a sentence', '"\'\\ '.repeat(250_000)],
    ['capitals only', 'THE MINISTRY SAYS '.repeat(20_000)],
    ['names only', Array.from({ length: 8_000 }, (_, index) => `Ana Xu${index.toString(36)}`).join(' ')],
    ['emoji and turned writing', '👩‍👩‍👧 \u202eשלום\u202c '.repeat(5_000)],
  ])('%s', (_name, text) => {
    expect(textIn(draft(text))).toBe(text);
  });

  it.each([
    ['', 'The text is empty: there is nothing to make a draft of.'],
    [' \n\t', 'The text is empty: there is nothing to make a draft of.'],
    [
      'a\0b',
      'The text holds a NUL character, so it is no plain text. Save the article as plain text in UTF-8.',
    ],
    [
      'a'.repeat(2_000_001),
      'The text has 2000001 characters; at most 2000000 are taken. Draft one article at a time.',
    ],
  ])('%j is refused in one sentence', (text, message) => {
    expect(() => draft(text)).toThrow(new DraftError(message));
  });
});
