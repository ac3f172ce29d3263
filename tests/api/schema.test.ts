import { readFile } from 'node:fs/promises';

import { type DefinitionNode, parse, print } from 'graphql';
import { expect, it } from 'vitest';

import { typeDefinitions } from '../../server/src/graphql/schema.ts';

/** What a schema says, type by type and field by field, wherever and in whatever order it says it. */
function statementsOf(sdl: string): readonly string[] {
  return [...new Set(parse(sdl).definitions.flatMap(linesOf))].toSorted();
}

function linesOf(definition: DefinitionNode): readonly string[] {
  if (!('fields' in definition)) return [print(definition)];
  const { name, fields = [] } = definition;
  const description = 'description' in definition ? (definition.description?.value ?? '') : '';
  const interfaces = 'interfaces' in definition ? (definition.interfaces ?? []) : [];
  return [
    // An extension has none, and is part of a type that may have one.
    ...(description === '' ? [] : [`${name.value}: ${description}`]),
    ...interfaces.map((one) => `${name.value} implements ${print(one)}`),
    ...fields.map((field) => `${name.value}.${print(field)}`),
  ];
}

it('is the contract in server/schema.graphql, with every description and directive', async () => {
  const contract = await readFile(new URL('../../server/schema.graphql', import.meta.url), 'utf8');
  expect(statementsOf(typeDefinitions.join('\n'))).toEqual(statementsOf(contract));
});
