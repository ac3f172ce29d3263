import type { Api, Data } from './ask.ts';
import type { List } from './oracle-lists.ts';

const connection =
  '{ totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }';

/** Asks for a page of each of many lists at once. */
export async function pagesOf(
  api: Api,
  lists: readonly List[],
  pageOf: (list: List) => string,
): Promise<readonly Data[]> {
  const pages: Data[] = [];
  for (let start = 0; start < lists.length; start += 8) {
    const part = lists.slice(start, start + 8);
    const fields = part.map(({ field, orderBy, path }, index) => {
      const asked = field
        .replace('ORDER', orderBy ?? '')
        .replace('$filter', `$f${index}`)
        .replace('PAGE', pageOf(part[index] as List))
        .replace('CONNECTION', connection);
      return {
        text: `l${index}: ${asked}`,
        variable: `$f${index}: ${path[0] === 'entities' ? 'EntityFilter' : 'ClaimFilter'}`,
        uses: field.includes('$filter'),
      };
    });
    const variables = fields.filter(({ uses }) => uses).map(({ variable }) => variable);
    const document = `query${variables.length > 0 ? `(${variables.join(', ')})` : ''} { ${fields.map(({ text }) => text).join('\n')} }`;
    const data = await api.data(
      document,
      Object.fromEntries(part.map(({ filter }, index) => [`f${index}`, filter])),
    );
    for (const [index, { path }] of part.entries()) {
      pages.push(path.slice(1).reduce((found: Data, key) => found[key], data[`l${index}`]));
    }
  }
  return pages;
}

/** What a list is known by where an expectation fails. */
export const told = ({ field, filter, orderBy }: List) => ({ field, filter, orderBy });
