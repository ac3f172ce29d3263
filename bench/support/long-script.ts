/** How long a made-up script is. */
export interface LongScript {
  readonly statements: number;
  /** Length of each text in it. Characters. */
  readonly text: number;
}

/** Every sixth statement makes an entity, the others a relation between two that are there. */
export function* longScript({ statements, text }: LongScript): Generator<string> {
  const words = 'so it was said by those who were there '.repeat(Math.ceil(text / 39)).slice(0, text);
  let entities = 0;
  for (let n = 0; n < statements; n += 1) {
    if (n % 6 === 0 || entities < 2) {
      entities += 1;
      yield `MERGE (e:Step {id: 'e${entities}'}) SET e += {name: 'Entity ${entities}', note: '${words}'}`;
      continue;
    }
    const [from, to] = [1 + (n % entities), 1 + ((n * 7) % entities)];
    yield `MATCH (a:Step {id: 'e${from}'}), (b:Step {id: 'e${to}'}) MERGE (a)-[r:MET {id: 'r${n}'}]->(b) SET r += {quote: '${words}', n: ${n}}`;
  }
}

/** The same as the text of a file. */
export function textOfScript(script: LongScript): string {
  const parts: string[] = [];
  for (const statement of longScript(script)) parts.push(statement, ';\n');
  return parts.join('');
}
