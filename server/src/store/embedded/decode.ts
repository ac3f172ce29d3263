import type { GrafeoValue } from '@grafeo-db/js';

import type { Row, StoreMap, StoreNode, StorePath, StoreRelationship, StoreValue } from '../values.ts';

/**
 * The engine gives nodes, relationships and paths as maps with reserved keys:
 * `{_id, _labels, ...properties}`, `{_id, _type, _source, _target, ...properties}` and `{nodes, edges}`.
 * A map that a statement builds with exactly these keys cannot be told from them.
 */
type EngineMap = Readonly<Record<string, GrafeoValue>>;

/** One row of the engine as plain data. */
export function decodeRow(columns: readonly string[], values: readonly GrafeoValue[]): Row {
  const row = emptyMap();
  columns.forEach((column, index) => {
    row[column] = decodeValue(values[index] ?? null);
  });
  return row;
}

function decodeValue(value: GrafeoValue): StoreValue {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(decodeValue);
  if (value instanceof Date) return localDateTime(value);
  if (value instanceof Float32Array) return Array.from(value);
  if (Buffer.isBuffer(value)) return value.toString('base64');
  return decodeMap(value as EngineMap);
}

function decodeMap(map: EngineMap): StoreValue {
  if (typeof map['$decimal'] === 'string' && Object.keys(map).length === 1) return map['$decimal'];
  return asNode(map) ?? asRelationship(map) ?? asPath(map) ?? propertiesOf(map, []);
}

function asNode(map: EngineMap): StoreNode | undefined {
  const { _id: id, _labels: labels } = map;
  if (typeof id !== 'number' || !Array.isArray(labels) || !labels.every(isText)) return undefined;
  return { kind: 'node', elementId: `n:${id}`, labels, properties: propertiesOf(map, ['_id', '_labels']) };
}

function asRelationship(map: EngineMap): StoreRelationship | undefined {
  const { _id: id, _type: type, _source: source, _target: target } = map;
  if (typeof id !== 'number' || typeof type !== 'string') return undefined;
  if (typeof source !== 'number' || typeof target !== 'number') return undefined;
  return {
    kind: 'relationship',
    elementId: `e:${id}`,
    type,
    startElementId: `n:${source}`,
    endElementId: `n:${target}`,
    properties: propertiesOf(map, ['_id', '_type', '_source', '_target']),
  };
}

function asPath(map: EngineMap): StorePath | undefined {
  const { nodes, edges } = map;
  if (Object.keys(map).length !== 2 || !Array.isArray(nodes) || !Array.isArray(edges)) return undefined;
  if (nodes.length !== edges.length + 1) return undefined;
  const storeNodes = nodes.map((node) => (isMap(node) ? asNode(node) : undefined));
  const relationships = edges.map((edge) => (isMap(edge) ? asRelationship(edge) : undefined));
  if (!storeNodes.every((node) => node !== undefined)) return undefined;
  if (!relationships.every((relationship) => relationship !== undefined)) return undefined;
  return { kind: 'path', nodes: storeNodes, relationships };
}

/** Copies key by key into a map without prototype, so that no key of the data can reach one. */
function propertiesOf(map: EngineMap, reserved: readonly string[]): StoreMap {
  const properties = emptyMap();
  for (const [key, value] of Object.entries(map)) {
    if (!reserved.includes(key)) properties[key] = decodeValue(value);
  }
  return properties;
}

/** The engine gives a date and time without zone as a Date in UTC: the zone is no part of the value. */
function localDateTime(date: Date): string {
  return date.toISOString().replace(/(?:\.000)?Z$/u, '');
}

function isText(value: GrafeoValue): value is string {
  return typeof value === 'string';
}

function isMap(value: GrafeoValue): value is EngineMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function emptyMap(): Record<string, StoreValue> {
  return Object.create(null) as Record<string, StoreValue>;
}
