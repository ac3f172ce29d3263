import { describe, expect, it } from 'vitest';

import type { OpenStore } from '../support/stores.ts';
import { errorsContract } from './errors.ts';
import { searchContract } from './search.ts';
import { transactionsContract } from './transactions.ts';
import { valuesContract } from './values.ts';
import { vettingContract } from './vetting.ts';

/** What every store promises behind the port. A new store passes it before anything else uses it. */
export function storeContract(open: OpenStore): void {
  describe('values', () => {
    valuesContract(open);
  });
  describe('transactions', () => {
    transactionsContract(open);
  });
  describe('errors', () => {
    errorsContract(open);
  });
  describe('vetting', () => {
    vettingContract(open);
  });
  describe('search', () => {
    searchContract(open);
  });

  it('says what it is', async () => {
    const store = await open();
    const { kind, product, location } = await store.describe();
    expect(['embedded', 'neo4j']).toContain(kind);
    expect(product).toMatch(/^\w+ \d+\.\d+\.\d+/u);
    expect(location).not.toBe('');
    expect(location).not.toContain('password');
  });
}
