import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

interface Neo4jClasses {
  readonly java: string;
  readonly classPath: string;
}

/** Where Neo4j's own lexers see statements of scripts end: offsets of semicolons. */
export type StatementEnds = (scripts: readonly string[]) => Promise<readonly (readonly number[])[]>;

const program = fileURLToPath(new URL('StatementEnds.java', import.meta.url));

/** Null where Java, its compiler or Neo4j's classes cannot be had, or for a quick run. */
export function neo4jLexer(): StatementEnds | null {
  const classes = JSON.parse(process.env['CLAIMGRAPH_TEST_NEO4J_CLASSES'] ?? 'null') as Neo4jClasses | null;
  if (classes === null) return null;
  return async (scripts) => {
    const child = spawn(classes.java, ['-cp', classes.classPath, program], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stdin.end(
      scripts.map((script) => `${Buffer.from(script, 'utf16le').toString('base64')}\n`).join(''),
    );
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`The lexer of Neo4j ended with ${code}.`);
    const lines = output.split('\n').slice(0, -1);
    return lines.map((line) => (line === '' ? [] : line.split(' ').map(Number)));
  };
}
