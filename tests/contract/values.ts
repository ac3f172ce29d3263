import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import type { Store } from '../../server/src/store/store.ts';
import type { ParameterValue, Row, StoreValue } from '../../server/src/store/values.ts';
import type { OpenStore } from '../support/stores.ts';

/** What goes in and comes out: the same plain data on every store. */
export function valuesContract(open: OpenStore): void {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });

  async function echo(value: ParameterValue): Promise<StoreValue | undefined> {
    return (await rows('RETURN $value AS value', { value }))[0]?.['value'];
  }
  async function rows(
    cypher: string,
    parameters: Record<string, ParameterValue> = {},
  ): Promise<readonly Row[]> {
    return (await store.read(async (transaction) => transaction.run(cypher, parameters))).rows;
  }

  describe('values', () => {
    it.each<[string, ParameterValue]>([
      ['null', null],
      ['true', true],
      ['zero', 0],
      ['a negative number', -42],
      ['the largest exact number', Number.MAX_SAFE_INTEGER],
      ['an integer beyond exact numbers', 9_007_199_254_740_993n],
      ['the smallest integer', -(2n ** 63n)],
      ['a fraction', 0.1],
      ['a huge float', 1.5e300],
      ['text with quotes', `it's "quoted" \\ back\`tick\``],
      ['text beyond the basic plane', '🦊 Łódź 한국 ﷽'],
      ['text that looks like Cypher', "'}) DETACH DELETE n //"],
      ['a control character', '\u0001\n\r\t'],
      ['an empty list', []],
      ['a mixed list', [1, 'two', null, [3.5]]],
      ['nested maps', { a: { b: [{ c: null }] }, constructor: 'x', '': 1, 'with space': true }],
    ])('gives back %s as it was', async (_name, value) => {
      expect(await echo(value)).toEqual(value);
    });

    it('gives back any plain data', async () => {
      const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((value) => !value.includes('\0'));
      const data = fc.letrec<{ value: ParameterValue }>((tie) => ({
        value: fc.oneof(
          { depthSize: 'small' },
          text,
          fc.constant(null),
          fc.boolean(),
          fc.maxSafeInteger(),
          fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
          fc.array(tie('value'), { maxLength: 4 }),
          fc.dictionary(
            text.filter((key) => key !== '__proto__'),
            tie('value'),
            { maxKeys: 4, noNullPrototype: true },
          ),
        ),
      })).value;
      await fc.assert(
        fc.asyncProperty(data, async (value) => {
          expect(await echo(value)).toEqual(value);
        }),
        { numRuns: 100 },
      );
    });

    it('takes whole numbers for integers', async () => {
      expect(await rows('RETURN $seven / 2 AS half, $big + 1 AS more', { seven: 7, big: 2n ** 60n })).toEqual(
        [{ half: 3, more: 2n ** 60n + 1n }],
      );
    });

    it('gives integers that are exact as numbers and others as bigint', async () => {
      expect(await rows('RETURN 9007199254740991 AS exact, 9007199254740993 AS more')).toEqual([
        { exact: 9_007_199_254_740_991, more: 9_007_199_254_740_993n },
      ]);
    });

    it('gives temporal values as ISO text', async () => {
      const [row] =
        await rows(`RETURN date('2026-01-28') AS date, datetime('2026-01-28T10:00:00+02:00') AS moment,
        localdatetime('2026-01-28T10:00:00') AS local, localtime('10:00:01') AS time, duration('P14M3DT4S') AS span`);
      expect(row).toEqual({
        date: '2026-01-28',
        moment: '2026-01-28T10:00:00+02:00',
        local: '2026-01-28T10:00:00',
        time: '10:00:01',
        span: 'P1Y2M3DT4S',
      });
    });

    it('gives columns in order, whatever they are called, in rows without prototype', async () => {
      const result = await store.read(async (transaction) =>
        transaction.run('RETURN 1 AS `__proto__`, 2 AS constructor, 3 AS `a b`'),
      );
      expect(result.columns).toEqual(['__proto__', 'constructor', 'a b']);
      const row = result.rows[0] ?? {};
      expect(Object.getPrototypeOf(row)).toBeNull();
      expect(Object.entries(row)).toEqual([
        ['__proto__', 1],
        ['constructor', 2],
        ['a b', 3],
      ]);
    });

    it('gives no rows and the columns when nothing matches', async () => {
      const result = await store.read(async (transaction) =>
        transaction.run('MATCH (n:Nothing) RETURN n AS node'),
      );
      expect(result).toEqual({ columns: ['node'], rows: [] });
    });

    it('gives nodes, relationships and paths as plain data', async () => {
      await store.write(async (transaction) =>
        transaction.run(
          `CREATE (a:Entity:Person {id: 'values-a', tags: ['x', 'y']})-[r:MET {id: 'r1', n: 2}]->(b:Entity {id: 'values-b'})`,
        ),
      );
      const [row] = await rows(
        `MATCH p = (a:Entity {id: 'values-a'})-[r:MET]->(b) RETURN a, r, p, [b] AS list, {inner: r} AS map,
          elementId(a) AS start, elementId(b) AS end, elementId(r) AS own`,
      );
      const { start, end, own } = row ?? {};
      const a = {
        kind: 'node',
        elementId: start,
        labels: ['Entity', 'Person'],
        properties: { id: 'values-a', tags: ['x', 'y'] },
      };
      const b = { kind: 'node', elementId: end, labels: ['Entity'], properties: { id: 'values-b' } };
      const r = {
        kind: 'relationship',
        elementId: own,
        type: 'MET',
        startElementId: start,
        endElementId: end,
        properties: { id: 'r1', n: 2 },
      };
      const path = { kind: 'path', nodes: [a, b], relationships: [r] };
      expect(row).toEqual({ a, r, p: path, list: [b], map: { inner: r }, start, end, own });
    });
  });

  describe('values no store can hold', () => {
    function nested(depth: number): ParameterValue {
      let value: ParameterValue = 1;
      for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { inner: value };
      return value;
    }

    it('takes 32 levels', async () => {
      expect(await echo(nested(32))).toEqual(nested(32));
    });

    it.each<[string, unknown, string]>([
      ['33 levels', nested(33), 'deeper than 32'],
      ['a million levels', nested(1_000_000), 'deeper than 32'],
      ['NUL', { key: ['a\0b'] }, '$value.key[0] contains the character NUL'],
      ['half a surrogate pair', 'a\uD800b', 'half of a surrogate pair'],
      ['half a surrogate pair in a key', { 'a\uDC00': 1 }, 'half of a surrogate pair'],
      ['NaN', Number.NaN, 'not a finite number'],
      ['infinity', Number.POSITIVE_INFINITY, 'not a finite number'],
      ['an integer beyond 64 bits', 2n ** 63n, 'beyond 64 bits'],
      [
        'a prototype in disguise',
        JSON.parse('{"__proto__": {"polluted": true}}'),
        'name that no store can hold',
      ],
      ['undefined', undefined, 'not plain data'],
      ['a date object', new Date(0), 'not plain data'],
      ['a function', () => 1, 'not plain data'],
    ])('refuses %s', async (_name, value, problem) => {
      await expect(echo(value as ParameterValue)).rejects.toMatchObject({
        name: 'StoreError',
        code: 'BAD_VALUE',
        message: expect.stringContaining(problem) as string,
      });
      expect(await echo('alive')).toBe('alive');
    });
  });
}
