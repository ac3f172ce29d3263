import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { cypherShell } from './neo4j-parts.mjs';
import { prepare } from './prepare.mjs';
import { runNode } from './run.mjs';
import { main, Problem, root, say } from './workspace.mjs';

/** Each measure is a program of its own. Names given as arguments choose among them. */
await main(async () => {
  await prepare();
  const [wanted, options] = [[], []];
  for (const argument of process.argv.slice(2)) (argument.startsWith('-') ? options : wanted).push(argument);
  const measures = readdirSync(join(root, 'bench'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((name) => wanted.length === 0 || wanted.includes(name));
  if (measures.length === 0) {
    say(
      wanted.length === 0
        ? 'There is nothing to measure yet: bench/ is empty.'
        : `bench/ has no ${wanted.join(', ')}.`,
    );
    return wanted.length === 0 ? 0 : 1;
  }
  await offerCypherShell();
  for (const name of measures) await measure(name, options);
});

/** For the measure that loads with it; where it cannot be had, the measure leaves that row out. */
async function offerCypherShell() {
  if (!process.env.CLAIMGRAPH_STORE) return;
  try {
    process.env.CLAIMGRAPH_TEST_CYPHER_SHELL = JSON.stringify(await cypherShell(say));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say(`Not compared with cypher-shell: ${error.message}`);
  }
}

/** Bundled into the server's folder, because a measure uses the server's own dependencies. */
async function measure(name, options) {
  const server = join(root, 'server');
  const bundle = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'];
  const target = [
    '--ssr',
    join(root, 'bench', `${name}.ts`),
    '--outDir',
    'dist/bench',
    '--emptyOutDir=false',
  ];
  const built = await runNode([...bundle, ...target], { cwd: server });
  if (built.code !== 0) throw new Problem(`${built.output}\nbench/${name}.ts could not be built.`);
  const program = join(server, 'dist/bench', `${name}.mjs`);
  const { code } = await runNode(['--enable-source-maps', program, ...options], { cwd: root, inherit: true });
  if (code !== 0) throw new Problem(`The measure ${name} failed.`);
}
