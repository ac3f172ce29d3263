import neo4j, { type Duration, type Node, type Path, type Point, type Relationship } from 'neo4j-driver';

import { checkParameters } from '../parameters.ts';
import type {
  ParameterValue,
  Parameters,
  StoreMap,
  StoreNode,
  StoreRelationship,
  StoreValue,
} from '../values.ts';

/** A statement's parameters as the driver wants them. Throws BAD_VALUE for what no store can hold. */
export function encodeParameters(parameters: Parameters): Record<string, unknown> {
  checkParameters(parameters);
  const encoded: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(parameters)) encoded[name] = encodeParameter(value);
  return encoded;
}

/**
 * A parameter as the driver wants it: whole numbers, which JavaScript cannot tell from floats, as
 * integers, as long as they are exact.
 */
function encodeParameter(value: ParameterValue): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(encodeParameter);
  const map: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) map[key] = encodeParameter(item);
  return map;
}

/** A value of the driver, which is set to give integers as bigint, as plain data. */
export function decodeValue(value: unknown): StoreValue {
  if (typeof value === 'bigint') return isSafe(value) ? Number(value) : value;
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(decodeValue);
  if (neo4j.isNode(value as object)) return decodeNode(value as Node<bigint>);
  if (neo4j.isRelationship(value as object)) return decodeRelationship(value as Relationship<bigint>);
  if (neo4j.isPath(value as object)) return decodePath(value as Path<bigint>);
  return decodeScalar(value) ?? decodeMap(value);
}

/** Copies key by key into a map without prototype, so that no key of the data can reach one. */
function decodeMap(map: object): StoreMap {
  const plain = Object.create(null) as Record<string, StoreValue>;
  for (const [key, value] of Object.entries(map)) plain[key] = decodeValue(value);
  return plain;
}

function decodeNode({ elementId, labels, properties }: Node<bigint>): StoreNode {
  return { kind: 'node', elementId, labels, properties: decodeMap(properties) };
}

function decodeRelationship(relationship: Relationship<bigint>): StoreRelationship {
  const { elementId, type, startNodeElementId, endNodeElementId, properties } = relationship;
  return {
    kind: 'relationship',
    elementId,
    type,
    startElementId: startNodeElementId,
    endElementId: endNodeElementId,
    properties: decodeMap(properties),
  };
}

function decodePath({ start, segments }: Path<bigint>): StoreValue {
  return {
    kind: 'path',
    nodes: [decodeNode(start), ...segments.map(({ end }) => decodeNode(end))],
    relationships: segments.map(({ relationship }) => decodeRelationship(relationship)),
  };
}

function decodeScalar(value: object): StoreValue | undefined {
  if (neo4j.isPoint(value)) return wktOf(value);
  if (neo4j.isDuration(value)) return durationOf(value);
  if (neo4j.isVector(value)) return Array.from(value.asTypedArray(), Number);
  if (value instanceof Int8Array || value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return temporalOf(value);
}

/** As the database itself writes it: the driver fills fractions of a second up to nine digits. */
function temporalOf(value: object): string | undefined {
  const isDay = neo4j.isDate(value) || neo4j.isDateTime(value) || neo4j.isLocalDateTime(value);
  if (!isDay && !neo4j.isTime(value) && !neo4j.isLocalTime(value)) return undefined;
  return value.toString().replace(/(?<=\.\d+?)0+(?!\d)/u, '');
}

function wktOf({ x, y, z }: Point): string {
  return z === undefined ? `POINT (${x} ${y})` : `POINT Z (${x} ${y} ${z})`;
}

/** ISO 8601 with months over a year and seconds over a minute carried, as the embedded store writes it. */
function durationOf(duration: Duration): string {
  const { nanoseconds } = duration;
  const months = BigInt(String(duration.months));
  const seconds = BigInt(String(duration.seconds));
  const date = part(months / 12n, 'Y') + part(months % 12n, 'M') + part(BigInt(String(duration.days)), 'D');
  const rest = Number(seconds % 60n) + Number(String(nanoseconds)) / 1e9;
  const time = part(seconds / 3600n, 'H') + part((seconds / 60n) % 60n, 'M') + (rest === 0 ? '' : `${rest}S`);
  if (date === '' && time === '') return 'PT0S';
  return `P${date}${time === '' ? '' : `T${time}`}`;
}

function part(count: bigint, unit: string): string {
  return count === 0n ? '' : `${count}${unit}`;
}

function isList(value: ParameterValue): value is readonly ParameterValue[] {
  return Array.isArray(value);
}

function isSafe(value: bigint): boolean {
  return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
}
