import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { tell } from '../reliability/campaign.ts';
import { openApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openApp();
});
afterAll(() => app.close());

it('passes every audit of GraphQL over HTTP, with all limits on', async () => {
  const results = await auditServer({ url: `${app.url}/graphql` });
  for (const { id, status, name } of results) tell(`${status} ${id} ${name}`);
  const findings = results
    .filter(({ status }) => status !== 'ok')
    .map((result) => `${result.id} ${result.status}: ${result.name}`);
  expect(findings).toEqual([]);
  expect(results).toHaveLength(61);
});
