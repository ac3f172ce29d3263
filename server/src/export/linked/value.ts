import type { ExportValue } from '../graph/value.ts';
import { mapInJson, textInJson, valueAsText } from '../text/plain-value.ts';

/** An IRI of our own. Whatever the text holds is escaped, so that it can neither end it nor be a keyword. */
function iri(kind: string, text: string): string {
  // Half a surrogate pair is no character and has no escape.
  return `cg:${kind}:${encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))}`;
}

export const nodeIri = (id: string): string => iri('node', id);
export const claimIri = (id: string): string => iri('claim', id);
export const labelIri = (label: string): string => iri('label', label);
export const typeIri = (type: string): string => iri('type', type);
export const propertyIri = (name: string): string => iri('property', name);

/** A text in JSON that can stand in a script element of a page: it cannot end the element. */
export function inScript(text: string): string {
  return escaped(textInJson(text));
}

/** A value with its kind, as a typed literal where JSON itself would lose it. Lists keep their order. */
export function valueInJsonLd(value: ExportValue): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'boolean':
      return String(value.value);
    case 'integer':
      return literal(String(value.value), 'xsd:integer');
    case 'float':
      return literal(floatText(value.value), 'xsd:double');
    case 'text':
      return inScript(value.value);
    case 'temporal':
      return temporal(value);
    case 'point':
      return literal(valueAsText(value), 'http://www.opengis.net/ont/geosparql#wktLiteral');
    case 'list':
      return `{"@list": [${value.items.map(valueInJsonLd).join(', ')}]}`;
    case 'map':
      return `{"@type": "@json", "@value": ${escaped(mapInJson(value.entries))}}`;
  }
}

export function literal(text: string, type: string): string {
  return `{"@value": ${inScript(text)}, "@type": ${inScript(type)}}`;
}

function escaped(json: string): string {
  return json.replaceAll('<', String.raw`\u003c`);
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value < 0 ? '-INF' : 'INF';
  return Object.is(value, -0) ? '-0.0' : String(value);
}

const datatypes: Readonly<Record<Extract<ExportValue, { kind: 'temporal' }>['type'], string>> = {
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  localdatetime: 'xsd:dateTime',
  time: 'xsd:time',
  localtime: 'xsd:time',
  duration: 'xsd:duration',
};

/** XML Schema knows no named zones, weeks, or signs and fractions inside a duration: such are plain texts. */
function temporal({ type, text }: Extract<ExportValue, { kind: 'temporal' }>): string {
  const fits =
    type === 'duration'
      ? /^P(?!$)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/u.test(text)
      : !/\[|^\+|[+-]\d\d:\d\d:\d\d$/u.test(text);
  return fits ? literal(text, datatypes[type]) : inScript(text);
}
