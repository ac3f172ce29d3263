import type { Statement } from '../../store/statement.ts';
import type { Parameters, Row } from '../../store/values.ts';
import type { ConnectionSource, Page } from './connection.ts';
import type { Context } from './context.ts';
import { pageParameters, pageStart, type PageStart, parsePageStart, placed } from './keyset.ts';
import { type ParentParameters, rowsByParent } from './one-parent.ts';
import { numberOf } from './row-values.ts';

type ListParameters = Parameters & {
  readonly parents: readonly PageStart[];
  readonly forward: boolean;
  readonly limit: number;
};

/** A list that the store orders and pages, of one parent among others of the same level. */
export interface StoredList<T> {
  readonly page: Page;
  /** Id of what the list belongs to; '' for a list of the root. */
  readonly parent: string;
  readonly list: Statement<ListParameters>;
  readonly count: Statement<ParentParameters>;
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
        return rowsByParent(context, list, { parents, ...paging, ...(await parameters()) });
      });
      return (rows ?? []).flatMap((row) => {
        const found = item(row);
        return found === null ? [] : [placed(row, found)];
      });
    },
    count: async () => {
      const rows = await context.batched(`${count.name} ${variant}`, parent, async (ids) => {
        const parents = ids.map((id) => ({ key: id, id }));
        return rowsByParent(context, count, { parents, ...(await parameters()) });
      });
      return numberOf(rows?.[0]?.['count']);
    },
  };
}
