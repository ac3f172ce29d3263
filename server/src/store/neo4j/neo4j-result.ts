import type { Result } from 'neo4j-driver';

import { schemaInTransaction } from '../schema-statement.ts';
import type { QueryResult } from '../store.ts';
import type { Row, StoreValue } from '../values.ts';
import { decodeValue } from './neo4j-values.ts';

/** The rows that the driver gives, as plain data. */
export async function resultOf(running: Result): Promise<QueryResult> {
  const [columns, { records, summary }] = await Promise.all([running.keys(), running]);
  if (summary.queryType === 's' && summary.counters.containsUpdates()) throw schemaInTransaction();
  return {
    columns,
    rows: records.map((record) => rowOf(columns, (index) => record.get(index) as unknown)),
  };
}

/** By index, as the driver's own row objects would let a column named `__proto__` reach their prototype. */
function rowOf(columns: readonly string[], valueAt: (index: number) => unknown): Row {
  const row = Object.create(null) as Record<string, StoreValue>;
  columns.forEach((column, index) => {
    row[column] = decodeValue(valueAt(index));
  });
  return row;
}
