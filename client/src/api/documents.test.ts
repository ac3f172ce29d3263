import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

import { buildSchema, type DocumentNode, validate } from 'graphql';
import { expect, test } from 'vitest';

const schema = buildSchema(readFileSync('server/schema.graphql', 'utf8'));
const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], { eager: true });

const documents = Object.entries(modules)
  .flatMap(([file, exports]) => Object.entries(exports).map(([name, value]) => ({ file, name, value })))
  .filter(
    (entry): entry is typeof entry & { readonly value: DocumentNode } =>
      isDocument(entry.value) && entry.value.definitions.some(({ kind }) => kind === 'OperationDefinition'),
  );

test('there is an operation to check in every file that asks the server', () => {
  const asking = Object.keys(modules).filter((file) =>
    readFileSync(`client/src/api/${file}`, 'utf8').includes('transport.ask('),
  );
  expect(documents.map(({ file }) => file)).toEqual(expect.arrayContaining(asking));
});

test.each(documents)('$name is valid against server/schema.graphql', ({ value }) => {
  expect(validate(schema, value).map(({ message }) => message)).toEqual([]);
});

test('the generated types match server/schema.graphql', () => {
  const { status, stderr } = spawnSync('node', ['client/scripts/print-introspection.mjs', '--check'], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

function isDocument(value: unknown): value is DocumentNode {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'Document';
}
