import { groupBy } from '../../lib/group-by.ts';
import { textOf } from '../../model/stored-values.ts';
import type { Statement } from '../../store/statement.ts';
import type { Parameters, Row } from '../../store/values.ts';
import type { ConnectionSource, Page } from './connection.ts';
import type { Context } from './context.ts';
import { pageParameters, pageStart, type PageStart, parsePageStart, placed } from './keyset.ts';
import { ofOneParent } from './one-parent.ts';
import { numberOf } from './row-values.ts';

type ListParameters = Parameters & {
  readonly parents: readonly PageStart[];
  readonly forward: boolean;
  readonly limit: number;
};

type CountParameters = Parameters & {
  readonly parents: readonly { readonly key: string; readonly id: string }[];
};

/** A list that the store orders and pages, of one parent among others of the same level. */
export interface StoredList<T> {
  readonly page: Page;
  /** Id of what the list belongs to; '' for a list of the root. */
  readonly parent: string;
  readonly list: Statement<ListParameters>;
  readonly count: Statement<CountParameters>;
  /** Parameters of both statements besides parents and page. */
  readonly parameters: () => Promise<Parameters>;
  /** What tells lists with other parameters apart. */
  readonly variant: string;
  readonly item: (row: Row) => T | null;
}

/** Its pages. All lists of one level, whatever their parents and cursors, take one statement. */
export function storedSource<T>(context: Context, stored: StoredList<T>): ConnectionSource<T> {
  const { page, parent, list, count, parameters, variant, item } = stored;
  return {
    page,
    fetch: async () => {
      const paging = pageParameters(page);
      const batch = [list.name, variant, JSON.stringify(paging)].join(' ');
      const rows = await context.batched(batch, pageStart(parent, page.start).key, async (keys) => {
        const parents = keys.map(parsePageStart);
        return byParent(context, list, { parents, ...paging, ...(await parameters()) });
      });
      return (rows ?? []).flatMap((row) => {
        const found = item(row);
        return found === null ? [] : [placed(row, found)];
      });
    },
    count: async () => {
      const rows = await context.batched(`${count.name} ${variant}`, parent, async (ids) => {
        const parents = ids.map((id) => ({ key: id, id }));
        return byParent(context, count, { parents, ...(await parameters()) });
      });
      return numberOf(rows?.[0]?.['count']);
    },
  };
}

/** The rows that a statement gives for each parent, by the parent's key. */
async function byParent<P extends CountParameters>(
  context: Context,
  statement: Statement<P>,
  parameters: P,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const [first, ...others] = parameters.parents;
  if (first !== undefined && others.length === 0) {
    return new Map([[first.key, await context.read(ofOneParent(statement), parameters)]]);
  }
  return groupBy(await context.read(statement, parameters), (row) => textOf(row['parent']) ?? '');
}
