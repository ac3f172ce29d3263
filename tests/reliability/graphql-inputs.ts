import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

import type { Random } from './campaign.ts';
import { hostileString } from './hostile-names.ts';

/** Makes documents, variables and raw requests that a schema gives cause for: right ones, and such that are nearly. */
export class GraphqlInputs {
  readonly #schema: GraphQLSchema;
  readonly #random: Random;
  #aliases = 0;

  constructor(schema: GraphQLSchema, random: Random) {
    this.#schema = schema;
    this.#random = random;
  }

  /** A body as clients send it: a document of the schema, often spoilt, with variables of all kinds. */
  body(): string {
    const query = this.#oneIn(3) ? this.#spoilt(this.document()) : this.document();
    const body: Record<string, unknown> = { query };
    if (this.#oneIn(3)) body['variables'] = this.value(0);
    if (this.#oneIn(20)) body['operationName'] = this.value(1);
    if (this.#oneIn(20)) body['extensions'] = this.value(0);
    const text = this.#oneIn(30) ? deep(query, 1 + this.#random.below(60_000)) : JSON.stringify(body);
    return this.#oneIn(10) ? this.#spoilt(text) : text;
  }

  document(): string {
    const root = this.#oneIn(30) ? this.#schema.getSubscriptionType() : this.#schema.getQueryType();
    if (!root) throw new Error('the schema has no such type');
    const kind = root === this.#schema.getQueryType() ? 'query' : 'subscription';
    const selection = this.#selection(root.name, 0);
    const type = this.#random.pick(['JSON', 'String', 'ID!', '[Int!]', 'ClaimFilter']);
    return `${kind} Q${selection.includes('$v') ? `($v: ${type})` : ''} ${selection}`;
  }

  /** Any JSON, with what is known to be dangerous in it. */
  value(depth: number): unknown {
    switch (this.#random.below(depth > 4 ? 5 : 8)) {
      case 0:
        return hostileString(this.#random);
      case 1:
        return this.#random.pick([0, -1, 1e308, 2 ** 53, -(2 ** 31), 0.5, 501]);
      case 2:
        return this.#random.pick([null, true, false, '', '\0', '\uD800', 'x'.repeat(20_000)]);
      case 3:
        return this.#random.pick(['cia', 'a~MET~b', 'a/b', '2026-02-30', '__proto__']);
      case 4:
        return Array.from({ length: this.#random.pick([0, 3, 1_500]) }, () => 'a');
      case 5:
        return Array.from({ length: this.#random.below(4) }, () => this.value(depth + 1));
      default: {
        const keys = ['v', 'types', 'text', '__proto__', 'constructor', hostileString(this.#random)];
        const entries = keys.filter(() => this.#oneIn(3)).map((key) => [key, this.value(depth + 1)]);
        return Object.fromEntries(entries) as unknown;
      }
    }
  }

  /** Bytes as they go over a connection, with something wrong in method, path, headers or body. */
  raw(): Buffer {
    const body = this.#oneIn(2) ? this.body() : String.fromCharCode(...this.#bytes(200));
    const lines = [
      `${this.#random.pick(['POST', 'GET', 'HEAD', 'PUT', 'post', 'OPTIONS', 'TRACE', 'P'])} ${this.#random.pick(['/graphql', `/graphql?query=${encodeURIComponent(this.document())}`, '/graphql?query=%ff', '//graphql', '*', '/'])} HTTP/${this.#random.pick(['1.1', '1.0', '2.0', '9'])}`,
      `Host: ${this.#random.pick(['localhost', 'localhost', 'localhost', '', 'evil.example'])}`,
      `Content-Type: ${this.#random.pick(['application/json', 'application/json; charset=utf-16', 'text/plain', ''])}`,
      `Content-Length: ${this.#random.pick([Buffer.byteLength(body), Buffer.byteLength(body), 0, -1, 'x', 3])}`,
      `Accept: ${this.#random.pick(['*/*', 'text/event-stream', 'application/graphql-response+json', 'multipart/mixed', ';;;'])}`,
      ...(this.#oneIn(5) ? [`X: ${'a'.repeat(this.#random.below(20_000))}`] : []),
      ...(this.#oneIn(5) ? ['Transfer-Encoding: chunked'] : []),
      'Connection: close',
    ];
    const text = `${lines.join('\r\n')}\r\n\r\n${body}`;
    const whole = Buffer.from(this.#oneIn(4) ? this.#spoilt(text) : text);
    return this.#oneIn(10) ? Buffer.from(this.#bytes(500)) : whole;
  }

  #selection(typeName: string, depth: number): string {
    const type = this.#schema.getType(typeName);
    if (isAbstractType(type) && this.#oneIn(3)) {
      const possible = this.#random.pick(this.#schema.getPossibleTypes(type));
      return `{ __typename ... on ${possible.name} ${this.#selection(possible.name, depth + 1)} }`;
    }
    if (!isObjectType(type) && !(isAbstractType(type) && 'getFields' in type)) return '{ __typename }';
    const fields = Object.values(type.getFields());
    const chosen = Array.from({ length: 1 + this.#random.below(3) }, () => this.#random.pick(fields));
    const parts = chosen.map((field) => {
      const inner = isCompositeType(getNamedType(field.type));
      if (inner && depth > 7) return '__typename';
      const given = this.#arguments(field.args);
      // Fields of one name with other arguments would be refused.
      const alias = given !== '' || this.#oneIn(8) ? `a${(this.#aliases += 1)}: ` : '';
      const directive = this.#oneIn(30)
        ? this.#random.pick([' @skip(if: false)', ' @include(if: $v)', ' @cost(weight: 1)'])
        : '';
      const selection = inner ? ` ${this.#selection(getNamedType(field.type).name, depth + 1)}` : '';
      return `${alias}${field.name}${given}${directive}${selection}`;
    });
    return `{ ${parts.join(' ')} }`;
  }

  #arguments(args: readonly GraphQLArgument[]): string {
    const given = args.filter(({ type }) => isNonNullType(type) || this.#oneIn(4));
    if (given.length === 0) return '';
    return `(${given.map(({ name, type }) => `${name}: ${this.#oneIn(40) ? '$v' : this.#literal(type, 0)}`).join(', ')})`;
  }

  #literal(type: GraphQLInputType, depth: number): string {
    if (isNonNullType(type)) return this.#literal(type.ofType, depth);
    if (this.#oneIn(100)) return this.#random.pick(['null', '[]', '{}', '1e999', '"""a"""', 'RED', '$v']);
    if (isListType(type)) {
      return `[${Array.from({ length: this.#random.below(4) }, () => this.#literal(type.ofType, depth + 1)).join(', ')}]`;
    }
    if (isEnumType(type)) return this.#random.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (one) => isNonNullType(one.type) || (depth < 3 && this.#oneIn(4)),
      );
      return `{ ${fields.map(({ name, type: of }) => `${name}: ${this.#literal(of, depth + 1)}`).join(', ')} }`;
    }
    switch (type.name) {
      case 'Int':
        return String(this.#random.pick([0, 1, 3, 20, 100, 101, 500, 501, -1, 2147483647, 99999999999]));
      case 'Boolean':
        return this.#random.pick(['true', 'false']);
      case 'Float':
        return this.#random.pick(['0.5', '-1e30', '1']);
      default:
        return JSON.stringify(
          this.#random.pick([
            hostileString(this.#random),
            'cia',
            'delcy-rodriguez',
            '2026-01',
            'Person',
            'x'.repeat(300),
          ]),
        );
    }
  }

  /** Some of it taken out, doubled or replaced. */
  #spoilt(text: string): string {
    let spoilt = text;
    for (let n = 1 + this.#random.below(3); n > 0; n -= 1) {
      const at = this.#random.below(spoilt.length + 1);
      const length = this.#random.below(8);
      const put = this.#random.pick([
        '',
        '{',
        '}',
        '"',
        '\0',
        '\uFEFF',
        '...',
        '$',
        '\\',
        spoilt.slice(at, at + 40),
      ]);
      spoilt = spoilt.slice(0, at) + put + spoilt.slice(at + length);
    }
    return spoilt;
  }

  #bytes(most: number): number[] {
    return Array.from({ length: this.#random.below(most) }, () => this.#random.below(256));
  }

  #oneIn(count: number): boolean {
    return this.#random.below(count) === 0;
  }
}

/** A body with a variable of so many levels, which no JSON library writes by itself. */
function deep(query: string, levels: number): string {
  return `{"query":${JSON.stringify(query)},"variables":{"v":${'['.repeat(levels)}${']'.repeat(levels)}}}`;
}
