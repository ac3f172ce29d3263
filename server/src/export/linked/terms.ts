import type { ExportValue } from '../graph/value.ts';
import { claimIri, inScript, literal, nodeIri, valueInJsonLd } from './value.ts';

/** A word for a property, and how its value is written; null where the value is not of its kind. */
export interface Term {
  readonly key: string;
  readonly write: (value: ExportValue) => string | null;
}

/** The term of a property that no vocabulary knows. */
export function propertyTerm(key: string): Term {
  return { key, write: valueInJsonLd };
}

type Kind = 'article' | 'entity' | 'claim' | 'relation';

/** The terms for what these properties mean, by the name of the property; one may have several. */
export function termsOf(kind: Kind): ReadonlyMap<string, readonly Term[]> {
  return terms[kind];
}

const text = (key: string): Term => ({
  key,
  write: (value) => (value.kind === 'text' ? inScript(value.value) : null),
});

/** Partial dates are years, months or days of XML Schema. */
const day = (key: string): Term => ({
  key,
  write: (value) => (value.kind === 'text' ? dateLiteral(value.value) : valueInJsonLd(value)),
});

const references = (key: string, iriOf: (id: string) => string): Term => ({
  key,
  write: (value) => {
    const ids = textsIn(value);
    return ids === null ? null : `[${ids.map((id) => `{"@id": ${inScript(iriOf(id))}}`).join(', ')}]`;
  },
});

const orderedReferences = (key: string): Term => ({
  key,
  write: (value) => {
    const all = references(key, nodeIri).write(value);
    return all === null ? null : `{"@list": ${all}}`;
  },
});

/** Alternatives without an order. */
const texts = (key: string): Term => ({
  key,
  write: (value) => {
    const items = textsIn(value);
    return items === null ? null : `[${items.map(inScript).join(', ')}]`;
  },
});

const wikidata: Term = {
  key: 'schema:sameAs',
  write: (value) =>
    value.kind === 'text' && /^Q\d+$/u.test(value.value)
      ? `{"@id": ${inScript(`http://www.wikidata.org/entity/${value.value}`)}}`
      : null,
};

const named: readonly (readonly [string, readonly Term[]])[] = [
  ['id', [text('schema:identifier')]],
  ['name', [text('schema:name')]],
  ['description', [text('schema:description')]],
];

const terms: Readonly<Record<Kind, ReadonlyMap<string, readonly Term[]>>> = {
  entity: new Map([...named, ['aliases', [texts('schema:alternateName')]], ['wikidata', [wikidata]]]),
  article: new Map([
    ...named,
    ['title', [text('schema:headline')]],
    ['url', [text('schema:url')]],
    ['publishedAt', [day('schema:datePublished')]],
    ['publisher', [text('schema:publisher')]],
    ['outlet', [references('schema:sourceOrganization', nodeIri)]],
    ['text', [text('schema:articleBody')]],
    ['basedOn', [references('prov:wasDerivedFrom', nodeIri)]],
  ]),
  claim: new Map([
    ['id', [text('schema:identifier')]],
    ['quote', [text('prov:value')]],
    ['article', [references('prov:wasQuotedFrom', nodeIri)]],
    // Whose word it is, for those who ask in PROV; and the same in order, from the first speaker to the last outlet.
    ['attributedTo', [references('prov:wasAttributedTo', nodeIri), orderedReferences('cg:speakers')]],
    ['status', [text('schema:creativeWorkStatus')]],
    ['disputes', [references('cg:disputes', claimIri)]],
    ['note', [text('rdfs:comment')]],
    ['date', [day('schema:temporalCoverage')]],
    ['from', [day('schema:startDate')]],
    ['to', [day('schema:endDate')]],
  ]),
  relation: new Map(),
};

function textsIn(value: ExportValue): readonly string[] | null {
  const items = value.kind === 'list' ? value.items : [value];
  const found = items.flatMap((item) => (item.kind === 'text' ? [item.value] : []));
  return found.length === items.length ? found : null;
}

function dateLiteral(written: string): string {
  if (/^\d{4}$/u.test(written)) return literal(written, 'xsd:gYear');
  if (/^\d{4}-\d\d$/u.test(written)) return literal(written, 'xsd:gYearMonth');
  return /^\d{4}-\d\d-\d\d$/u.test(written) ? literal(written, 'xsd:date') : inScript(written);
}
