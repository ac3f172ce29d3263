import { readFile } from 'node:fs/promises';

import { type DefinitionNode, Kind, parse, print } from 'graphql';
import { expect, it } from 'vitest';

import { typeDefinitions } from '../../server/src/graphql/schema.ts';

/** What a schema says, type by type and field by field, wherever and in whatever order it says it. */
function statementsOf(sdl: string): readonly string[] {
  return parse(sdl).definitions.flatMap(linesOf).toSorted();
}

function linesOf(definition: DefinitionNode): readonly string[] {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
      const { name, fields = [], ...head } = definition;
      const described =
        'description' in head && head.description ? [`${name.value}: ${head.description.value}`] : [];
      const interfaces = 'interfaces' in head ? (head.interfaces ?? []).map(print) : [];
      const own = fields.map((field) => `${name.value}.${print(field)}`);
      return [...described, ...interfaces.map((one) => `${name.value} implements ${one}`), ...own];
    }
    default:
      return [print(definition)];
  }
}

it('is the contract in server/schema.graphql, with every description and directive', async () => {
  const contract = await readFile(new URL('../../server/schema.graphql', import.meta.url), 'utf8');
  expect(statementsOf(typeDefinitions.join('\n'))).toEqual(statementsOf(contract));
});
