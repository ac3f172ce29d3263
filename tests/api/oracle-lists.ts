import { type Filter, idsOf, type Oracle } from './oracle.ts';
import { articleIds, entityIds } from './random-graph.ts';

/** A list of the API, and what has to be in it. */
export interface List {
  /** The field, with PAGE where paging arguments go, ORDER for the order, and CONNECTION for the selection. */
  readonly field: string;
  readonly path: readonly string[];
  readonly filter: Filter;
  readonly orderBy?: string;
  readonly ids: readonly string[];
}

const relationOrders = ['CLAIMS', 'ORIGINS', 'TYPE', 'LATEST', 'EARLIEST'];
const claimOrders = ['PUBLISHED_DESC', 'PUBLISHED_ASC', 'VALID_DESC', 'VALID_ASC'];
const entityOrders = ['NAME', 'DEGREE', 'FIRST_SEEN', 'LAST_SEEN'];

/** Every list in every order, unfiltered and with each of the filters. */
export function listsOf(oracle: Oracle, filters: readonly Filter[]): readonly List[] {
  return [{}, ...filters].flatMap((filter, number) => [
    ...listsOfRelations(oracle, filter, number),
    ...listsOfClaims(oracle, filter, number),
    ...entityOrders.map((orderBy): List => {
      const field = 'entities(filter: $filter, orderBy: ORDER, PAGE) CONNECTION';
      const own =
        number % 2 === 0
          ? { claims: filter }
          : { ...entityFilters[number % entityFilters.length], claims: filter };
      return {
        field,
        path: ['entities'],
        filter: own,
        orderBy,
        ids: idsOf(oracle.entitiesFor(own, orderBy)),
      };
    }),
  ]);
}

const entityFilters: readonly Filter[] = [
  { text: 'ANN' },
  { types: ['Person', 'Source'], minDegree: 1 },
  { mentionedIn: articleIds.slice(0, 2), maxDegree: 4 },
  { isSource: true },
  { ids: entityIds.slice(2, 7), text: "'" },
];

function listsOfRelations(oracle: Oracle, filter: Filter, number: number): readonly List[] {
  const id = entityIds[number % entityIds.length] ?? '';
  const direction = ['BOTH', 'OUT', 'IN'][number % 3] ?? 'BOTH';
  const own = `filter: $filter, direction: ${direction}, orderBy: ORDER, PAGE`;
  return relationOrders.flatMap((orderBy): List[] => [
    {
      field: 'relations(filter: $filter, orderBy: ORDER, PAGE) CONNECTION',
      path: ['relations'],
      filter,
      orderBy,
      ids: idsOf(oracle.relationsInOrder(orderBy, oracle.relationsFor(filter))),
    },
    {
      field: `entity(id: "${id}") { relations(${own}) CONNECTION }`,
      path: ['entity', 'relations'],
      filter,
      orderBy,
      ids: idsOf(oracle.relationsInOrder(orderBy, oracle.relationsFor(filter, id, direction))),
    },
    {
      field: `entity(id: "${id}") { neighbors(${own}) CONNECTION }`,
      path: ['entity', 'neighbors'],
      filter,
      orderBy,
      ids: idsOf(oracle.neighborsFor(id, filter, { direction, order: orderBy })),
    },
  ]);
}

function listsOfClaims(oracle: Oracle, filter: Filter, number: number): readonly List[] {
  const all = oracle.graph.claims;
  const id = entityIds[number % entityIds.length] ?? '';
  const article = articleIds[number % articleIds.length] ?? '';
  const weighs = filter['standing'] !== undefined || filter['minOrigins'] !== undefined;
  const inArticle = { ...filter, articles: [article] };
  const claims = 'claims(filter: $filter, orderBy: ORDER, PAGE) CONNECTION';
  // Without an article none but the claims of one can be weighed.
  const ofAll = weighs ? inArticle : filter;
  const byAttribution = all.filter(({ attributedTo }) => attributedTo?.includes(id));
  return [
    ...claimOrders.flatMap((orderBy): List[] => [
      {
        field: claims,
        path: ['claims'],
        filter: ofAll,
        orderBy,
        ids: idsOf(oracle.claimsFor(ofAll, orderBy)),
      },
      {
        field: `article(id: "${article}") { ${claims} }`,
        path: ['article', 'claims'],
        filter,
        orderBy,
        ids: idsOf(
          oracle.claimsFor(
            filter,
            orderBy,
            all.filter((one) => one.article === article),
          ),
        ),
      },
    ]),
    {
      field: `entity(id: "${id}") { claimsMade(filter: $filter, PAGE) CONNECTION }`,
      path: ['entity', 'claimsMade'],
      filter: ofAll,
      ids: idsOf(oracle.claimsFor(ofAll, 'PUBLISHED_DESC', byAttribution)),
    },
    {
      field: claims,
      path: ['claims'],
      filter: inArticle,
      orderBy: 'ARTICLE_POSITION',
      ids: idsOf(oracle.claimsFor(inArticle, 'ARTICLE_POSITION')),
    },
  ];
}
