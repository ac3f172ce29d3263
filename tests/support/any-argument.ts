import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** A call of a field with something for every argument that it needs, as a document's text. */
export function anyCallOf(field: GraphQLField<unknown, unknown>): string {
  const needed = field.args.filter(
    ({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined,
  );
  const given = needed.map(({ name, type }) => `${name}: ${anyValueOf(type)}`);
  const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${selection}`;
}

function anyValueOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return anyValueOf(type.ofType);
  if (isListType(type)) return `[${anyValueOf(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).map(
      ({ name, type: inner }) => `${name}: ${anyValueOf(inner)}`,
    );
    return `{ ${fields.join(', ')} }`;
  }
  switch (type.name) {
    case 'Int':
    case 'Float':
      return '1';
    case 'Boolean':
      return 'false';
    default:
      return '"2030"';
  }
}
