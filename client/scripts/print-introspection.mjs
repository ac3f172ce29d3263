/**
 * Writes the types that gql.tada reads (`SchemaLike` of gql.tada 1.11) from server/schema.graphql.
 * gql.tada's own command needs TypeScript's compiler API, which TypeScript 7 does not have.
 *
 *     node client/scripts/print-introspection.mjs            writes client/src/api/introspection.generated.ts
 *     node client/scripts/print-introspection.mjs --check    fails if that file is not what it would write
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql';

const schemaPath = fileURLToPath(new URL('../../server/schema.graphql', import.meta.url));
const outputPath = fileURLToPath(new URL('../src/api/introspection.generated.ts', import.meta.url));

/** The text of the generated file for a schema in SDL. */
function printIntrospection(sdl) {
  const schema = buildSchema(sdl);
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isScalarType(type))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((type) => `    ${type.name}: ${printType(type, schema)};`);
  return [
    '// Written by client/scripts/print-introspection.mjs from server/schema.graphql.',
    '',
    '/** The API as gql.tada reads it: types only, nothing of it reaches the browser. */',
    'export type introspection = {',
    '  name: never;',
    `  query: ${quoted(schema.getQueryType()?.name)};`,
    `  mutation: ${quoted(schema.getMutationType()?.name)};`,
    `  subscription: ${quoted(schema.getSubscriptionType()?.name)};`,
    '  types: {',
    ...types,
    '  };',
    '};',
    '',
  ].join('\n');
}

function printType(type, schema) {
  const name = quoted(type.name);
  if (isEnumType(type)) {
    return `{ name: ${name}; enumValues: ${type
      .getValues()
      .map((value) => quoted(value.name))
      .join(' | ')} }`;
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).map(
      (field) =>
        `{ name: ${quoted(field.name)}; type: ${printReference(field.type)}; defaultValue: ${
          field.defaultValue === undefined ? 'null' : quoted(JSON.stringify(field.defaultValue))
        } }`,
    );
    return `{ kind: 'INPUT_OBJECT'; name: ${name}; isOneOf: ${type.isOneOf}; inputFields: [${fields.join(', ')}] }`;
  }
  if (isObjectType(type)) return `{ kind: 'OBJECT'; name: ${name}; fields: ${printFields(type)} }`;
  const possibleTypes = schema
    .getPossibleTypes(type)
    .map((possible) => quoted(possible.name))
    .toSorted()
    .join(' | ');
  if (isInterfaceType(type)) {
    return `{ kind: 'INTERFACE'; name: ${name}; fields: ${printFields(type)}; possibleTypes: ${possibleTypes} }`;
  }
  if (isUnionType(type)) {
    return `{ kind: 'UNION'; name: ${name}; fields: {}; possibleTypes: ${possibleTypes} }`;
  }
  throw new Error(`server/schema.graphql: cannot print the type ${type.name}`);
}

function printFields(type) {
  const fields = Object.values(type.getFields()).map(
    (field) => `${field.name}: { name: ${quoted(field.name)}; type: ${printReference(field.type)} }`,
  );
  return `{ ${fields.join('; ')} }`;
}

function printReference(type) {
  if (isNonNullType(type)) {
    return `{ kind: 'NON_NULL'; name: never; ofType: ${printReference(type.ofType)} }`;
  }
  if (isListType(type)) return `{ kind: 'LIST'; name: never; ofType: ${printReference(type.ofType)} }`;
  return `{ kind: ${quoted(kindOf(type))}; name: ${quoted(type.name)}; ofType: null }`;
}

function kindOf(type) {
  if (isScalarType(type)) return 'SCALAR';
  if (isEnumType(type)) return 'ENUM';
  if (isInputObjectType(type)) return 'INPUT_OBJECT';
  if (isObjectType(type)) return 'OBJECT';
  return isInterfaceType(type) ? 'INTERFACE' : 'UNION';
}

function quoted(name) {
  return name === undefined ? 'never' : `'${name}'`;
}

const printed = printIntrospection(readFileSync(schemaPath, 'utf8'));
if (!process.argv.includes('--check')) {
  writeFileSync(outputPath, printed);
} else if (readFileSync(outputPath, 'utf8') !== printed) {
  process.stderr.write(
    'client/src/api/introspection.generated.ts does not match server/schema.graphql. ' +
      'Run: node client/scripts/print-introspection.mjs\n',
  );
  process.exitCode = 1;
}
