import type { ExportValue, Properties } from '../graph/value.ts';

/** A value as JSON: whole floats keep their `.0`, integers all their digits; dates are texts. */
function valueInJson(value: ExportValue): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'boolean':
    case 'integer':
      return String(value.value);
    case 'float':
      return floatInJson(value.value);
    case 'text':
      return textInJson(value.value);
    case 'temporal':
      return textInJson(value.text);
    case 'point':
      return textInJson(pointText(value.coordinates));
    case 'list':
      return `[${value.items.map(valueInJson).join(', ')}]`;
    case 'map':
      return mapInJson(value.entries);
  }
}

export function mapInJson(properties: Properties): string {
  return `{${properties.map(([name, value]) => `${textInJson(name)}: ${valueInJson(value)}`).join(', ')}}`;
}

/** Half a surrogate pair is no character: it becomes U+FFFD, which every reader takes. */
export function textInJson(text: string): string {
  const written = JSON.stringify(text);
  // Only half pairs are written as escapes that begin like this, and looking for them takes longer.
  return written.includes('\\ud') ? JSON.stringify(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')) : written;
}

/** A value in a cell or an attribute: texts as they are, lists as JSON. */
export function valueAsText(value: ExportValue): string {
  switch (value.kind) {
    case 'text':
      return value.value;
    case 'temporal':
      return value.text;
    case 'point':
      return pointText(value.coordinates);
    case 'null':
      return '';
    case 'boolean':
    case 'integer':
    case 'float':
    case 'list':
    case 'map':
      return valueInJson(value);
  }
}

/** JSON has no word for infinity or what is no number. */
function floatInJson(value: number): string {
  if (!Number.isFinite(value)) return 'null';
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  return /[.e]/u.test(text) ? text : `${text}.0`;
}

function pointText(coordinates: readonly number[]): string {
  return `POINT${coordinates.length > 2 ? ' Z' : ''} (${coordinates.join(' ')})`;
}
