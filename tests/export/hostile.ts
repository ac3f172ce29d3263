import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect } from 'vitest';

import { formats } from '../../server/src/export/formats.ts';
import type { Store } from '../../server/src/store/store.ts';
import { pythonWith } from '../support/python.ts';
import { readWithPython } from './python.ts';

/** A Python with readers that know nothing of us; null where none can be had. */
export const python = pythonWith('readers', ['networkx==3.6.1', 'rdflib==7.6.0']);

/** Texts that break out of a format where its writer lets them. */
const hostile = [
  `=cmd|' /C calc'!A0`,
  '+1+1',
  '-2+3',
  '@SUM(1)',
  '   =1',
  '＝1＋1',
  '\t=1',
  `"quoted", 'single'; a,b`,
  'one\ntwo\r\nthree\rfour',
  '<script>alert(1)</script>',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  ']]>&lt;&amp;amp;',
  '\u0001\u0008\u001F\uFFFE',
  '\u202Eright to left\u200B',
  '🦊 한국 ﷽ e\u0301',
  '\\u0027 \\n \\',
  `'}) DETACH DELETE n //`,
  '{"@id": "http://evil.example/", "@context": "http://evil.example/"}',
  '\u0085\u2028\u2029\uFEFF',
  '',
  ' ',
];

/** Without what XML has no way to say. */
// oxlint-disable-next-line no-control-regex -- these are the characters
const inXml = (text: string): string => text.replaceAll(/[\u0001\u0008\u001F\uFFFE]/gu, '');

interface Found {
  readonly wellFormed: readonly boolean[];
  readonly claims: readonly Readonly<Record<string, string>>[];
  readonly entities: readonly Readonly<Record<string, string>>[];
  readonly json: Parts<{ readonly properties: Readonly<Record<string, unknown>> }>;
  readonly graphml: Parts<Readonly<Record<string, unknown>>>;
  readonly gexf: Parts<Readonly<Record<string, unknown>>>;
  readonly jsonld: Parts<readonly string[]> & { readonly subjects: readonly string[] };
  readonly version: number;
}

interface Parts<T> {
  readonly nodes: readonly T[];
  readonly edges: readonly T[];
}

/** Fills an empty store with entities and relations whose texts are hostile. */
export async function fillHostile(store: Store): Promise<void> {
  await store.write(async (transaction) => {
    const rows = hostile.map((text, index) => ({ id: `e${100 + index}`, text }));
    await transaction.run(
      `UNWIND $rows AS row CREATE (a:Entity:Person {id: row.id})
SET a.name = row.text, a.description = row.text, a.weight = 1.0, a.count = 2, a.anonymous = true
CREATE (a)-[r:MET]->(a) SET r.note = row.text, r.quote = row.text, r.id = row.id, r.from = '2026-01', r.to = '2026-02', r.source = row.text`,
      { rows },
    );
  });
}

/** Reads every format with other readers. Throws where they do not find what `fillHostile` wrote, or more. */
export async function readHostile(text: (format: string) => Promise<string>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'claimgraph-export-'));
  try {
    for (const { name, extension } of formats) {
      const content = await text(name);
      if (name === 'jsonld') expect(content).not.toContain('<');
      await writeFile(path.join(folder, `${name}.${extension}`), content);
    }
    compare(readWithPython(python ?? '', 'readers.py', folder) as Found);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function compare(found: Found): void {
  expect(found.wellFormed).toEqual([true, true]);
  expect(found.version).toBe(1);

  const unmarked = (cell: string | undefined): string | undefined =>
    cell?.replace(/^'(?=\s*[=+\-@\t＝])/u, '');
  expect(found.claims.map(({ note }) => unmarked(note))).toEqual(hostile);
  expect(found.entities.map(({ description }) => unmarked(description))).toEqual(hostile);
  const cells = [...found.claims, ...found.entities].flatMap((row) => Object.values(row));
  expect(cells.filter((cell) => /^[\s\u200B\uFEFF]*[=+\-@\t\r＝＋－＠]/u.test(cell))).toEqual([]);

  expect(found.json.nodes.map(({ properties }) => properties['name'])).toEqual(hostile);
  expect(found.json.edges.map(({ properties }) => properties['note'])).toEqual(hostile);

  for (const { nodes, edges } of [found.graphml, found.gexf]) {
    expect(nodes.map(({ description }) => description ?? '')).toEqual(hostile.map(inXml));
    expect(edges.map(({ note }) => note ?? '')).toEqual(hostile.map(inXml));
    expect(nodes[0]).toMatchObject({ weight: 1, count: 2, anonymous: true, labels: 'Entity:Person' });
  }
  expect(found.gexf.edges[0]).toMatchObject({ spells: [['2026-01-01', '2026-02-28']] });

  expect(found.jsonld.nodes).toEqual(hostile.map((text) => [text]));
  expect(found.jsonld.edges.flat().toSorted()).toEqual(hostile.toSorted());
  expect(found.jsonld.subjects.filter((iri) => !/^urn:claimgraph:node:e1\d\d$/u.test(iri))).toEqual([]);
}
