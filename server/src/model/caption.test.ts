import { expect, it } from 'vitest';

import { captionKeyOf } from './caption.ts';

const numbered = (make: (n: number) => Record<string, unknown>) =>
  Array.from({ length: 12 }, (_, n) => make(n + 1));

it.each([
  ['Person', { born: 1964, name: 'Keanu Reeves' }, 'name'],
  ['Movie', { released: 1999, tagline: 'Welcome to the Real World', title: 'The Matrix' }, 'title'],
  ['Product', { productName: 'Chai', quantityPerUnit: '10 boxes', unitPrice: 18 }, 'productName'],
  [
    'Category',
    { categoryName: 'Beverages', description: 'Soft drinks', picture: 'https://x/y' },
    'categoryName',
  ],
  [
    'Supplier',
    { companyName: 'Exotic Liquids', contactName: 'Charlotte', contactTitle: 'Manager' },
    'companyName',
  ],
  ['User', { screen_name: 'neo4j', location: 'Sweden', url: 'https://neo4j.com' }, 'screen_name'],
  ['Hashtag', { name: 'graph', count: 3 }, 'name'],
  ['Address', { node_id: 'a1', address: '1 Road', name: 'Road House' }, 'name'],
  ['Location', { postcode: 'M1', address: '1 Cow Lane', latitude: 53.1 }, 'address'],
])('a %s is called by the property that names it', (label, node, key) => {
  const nodes = numbered((n) =>
    Object.fromEntries(
      Object.entries(node).map(([name, value]) => [
        name,
        typeof value === 'string' && name === key ? `${value} ${n}` : value,
      ]),
    ),
  );
  expect(captionKeyOf(label, nodes)).toBe(key);
});

it('takes a text that tells the nodes apart where no key says "name"', () => {
  expect(
    captionKeyOf(
      'Phone',
      numbered((n) => ({ kind: 'mobile', line: `line ${n}` })),
    ),
  ).toBe('line');
});

it.each([
  ['numbers that count something', (n: number) => ({ order: n, amount: 2.5 })],
  [
    'hashes and addresses of pages',
    (n: number) => ({ key: `${'ab'.repeat(10)}${n}00`, link: `https://x/${n}` }),
  ],
  ['a text that all share', () => ({ status: 'shipped' })],
  ['long texts', (n: number) => ({ body: `${'word '.repeat(60)}${n}` })],
  ['lists', (n: number) => ({ name: ['a', String(n)] })],
])('finds no name in %s', (_, make) => {
  expect(captionKeyOf('Thing', numbered(make))).toBeNull();
});

it.each(['orderID', 'case_number', 'id', 'code'])('takes %s where there is nothing better', (key) => {
  expect(
    captionKeyOf(
      'Order',
      numbered((n) => ({ [key]: n, total: n * 2 })),
    ),
  ).toBe(key);
  expect(
    captionKeyOf(
      'Order',
      numbered((n) => ({ [key]: `A-${n}`, name: `Order ${n}` })),
    ),
  ).toBe('name');
});

it('takes a rare name rather than none, and the better known of two', () => {
  const nodes = numbered((n) => (n > 10 ? { title: `t${n}`, code: `c ${n}x` } : { code: `c ${n}x` }));
  expect(captionKeyOf('Thing', nodes)).toBe('title');
  expect(captionKeyOf('Thing', [])).toBeNull();
});
