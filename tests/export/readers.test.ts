import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import { exported, withEmbedded } from './exported.ts';
import { fillHostile, python, readHostile } from './hostile.ts';
import { readWithPython } from './python.ts';

it.skipIf(python === null)(
  "Python's own readers, NetworkX and rdflib find every text as it was, and no more",
  async () => {
    await withEmbedded('', async (store) => {
      await fillHostile(store);
      await expect(readHostile((format) => exported(store, format))).resolves.toBeUndefined();
    });
  },
);

it.skipIf(python === null)(
  'rdflib reads claims as statements with their evidence, and no claim as a fact',
  () => {
    const file = fileURLToPath(new URL('golden/1-jsonld.jsonld', import.meta.url));
    const triples = readWithPython(python ?? '', 'triples.py', file) as readonly string[];
    const claim = '<urn:claimgraph:claim:2030-05-02-port%2Fruns-port>';
    const node = (id: string): string => `<urn:claimgraph:node:${id}>`;
    const rdf = (name: string): string => `<http://www.w3.org/1999/02/22-rdf-syntax-ns#${name}>`;
    const prov = (name: string): string => `<http://www.w3.org/ns/prov#${name}>`;
    const schema = (name: string): string => `<https://schema.org/${name}>`;
    expect(triples.filter((triple) => triple.startsWith(claim) && !triple.includes('speakers'))).toEqual(
      [
        `${claim} ${rdf('type')} ${rdf('Statement')}`,
        `${claim} ${rdf('type')} ${schema('Claim')}`,
        `${claim} ${rdf('subject')} ${node('ana-ruiz')}`,
        `${claim} ${rdf('predicate')} <urn:claimgraph:type:CONTROLS>`,
        `${claim} ${rdf('object')} ${node('port-authority')}`,
        `${claim} ${schema('creativeWorkStatus')} "reported"`,
        `${claim} ${schema('identifier')} "2030-05-02-port/runs-port"`,
        `${claim} ${schema('startDate')} "2030-03"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>`,
        `${claim} ${prov('value')} "Ruiz has run the port since March"`,
        `${claim} ${prov('wasAttributedTo')} ${node('dock-source')}`,
        `${claim} ${prov('wasAttributedTo')} ${node('voice-2030-05-02-port')}`,
        `${claim} ${prov('wasQuotedFrom')} ${node('2030-05-02-port')}`,
      ].toSorted(),
    );
    expect(triples).toContain(
      `<urn:claimgraph:claim:2030-05-02-port%2Fruiz-denies> <urn:claimgraph:disputes> ${claim}`,
    );
    expect(triples).toContain(`${node('2030-05-02-port')} ${schema('mentions')} ${node('ana-ruiz')}`);
    expect(triples).toContain(`${node('ana-ruiz')} ${rdf('type')} ${schema('Person')}`);
    expect(triples.filter((triple) => triple.includes('> <urn:claimgraph:type:'))).toEqual([
      expect.stringContaining(rdf('predicate')),
      expect.stringContaining(rdf('predicate')),
    ]);
  },
);
