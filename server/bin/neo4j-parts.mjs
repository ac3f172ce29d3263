import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

import { run } from './run.mjs';
import { Problem } from './workspace.mjs';

/** The releases that Claimgraph is tested on: long-term support and current. */
export const neo4jVersions = ['5.26.30', '2026.08.1'];

/** What differs between the two lines of releases. */
export function releaseOf(version) {
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Problem(`"${version}" is no Neo4j version. Write it like ${neo4jVersions.join(' or ')}.`);
  }
  const isFive = version.startsWith('5.');
  return isFive
    ? {
        mainClass: 'org.neo4j.server.CommunityEntryPoint',
        java: 'Java 17, or 21 or newer',
        runsOn: (major) => major === 17 || major >= 21,
      }
    : {
        mainClass: 'org.neo4j.server.Neo4jCommunity',
        java: 'Java 21 or newer',
        runsOn: (major) => major >= 21,
      };
}

/** Path of a Java that this version runs on. Throws Problem with what was found and what is needed. */
export async function findJava(version, wanted) {
  const release = releaseOf(version);
  const found = [];
  for (const java of wanted === undefined ? javaPaths() : [wanted]) {
    const major = await javaMajor(java);
    if (major === undefined) continue;
    if (release.runsOn(major)) return java;
    found.push(`${java} is Java ${major}`);
  }
  const seen = found.length === 0 ? 'None was found' : `Found only: ${found.join('; ')}`;
  throw new Problem(
    `Neo4j ${version} needs ${release.java}. ${seen}. ` +
      'Install one (for example from https://adoptium.net) or name it in JAVA_HOME.',
  );
}

/** Folder with the jars of a release. */
export async function neo4jJars(version, onProgress) {
  const [group, app] = ['org.neo4j', 'org.neo4j.app'];
  return mavenJars({
    what: `Neo4j ${version}`,
    size: 'about 120 MB',
    folder: join('neo4j', version),
    jar: `neo4j-${version}.jar`,
    dependencies: [
      [group, 'neo4j', version],
      [app, 'neo4j-server', version],
    ],
    onProgress,
  });
}

/**
 * Neo4j's own cypher-shell, to compare with: `{ java, classPath, mainClass, version }`. Its long-term
 * release talks to servers of both lines.
 */
export async function cypherShell(onProgress) {
  const [version] = neo4jVersions;
  const java = await findJava(version);
  const lib = await mavenJars({
    what: `cypher-shell ${version}`,
    size: 'about 43 MB',
    folder: join('cypher-shell', version),
    jar: `cypher-shell-${version}.jar`,
    dependencies: [['org.neo4j', 'cypher-shell', version]],
    onProgress,
  });
  return { java, classPath: join(lib, '*'), mainClass: 'org.neo4j.shell.Main', version };
}

/**
 * What it takes to run a Java program, given as its source, with the classes of Neo4j: `{ java, classPath }`.
 * Throws Problem where Java comes without its compiler.
 */
export async function neo4jClasses(onProgress) {
  const [version] = neo4jVersions;
  const java = await findJava(version);
  const { output } = await run(java, ['--list-modules']);
  if (!output.includes('jdk.compiler')) throw new Problem(`${java} comes without a compiler; install a JDK.`);
  return { java, classPath: join(await neo4jJars(version, onProgress), '*') };
}

/**
 * Folder with jars, fetched with Maven once and kept for all checkouts. A fetch that was cut short leaves
 * nothing behind that looks complete.
 */
async function mavenJars({ what, size, folder, jar, dependencies, onProgress }) {
  const home = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'claimgraph', folder);
  const lib = join(home, 'lib');
  if (existsSync(join(lib, jar))) return lib;
  onProgress(`Fetching ${what} with Maven (once; ${size}) ...`);
  await mkdir(dirname(home), { recursive: true });
  const partial = await mkdtemp(`${home}.partial-`);
  try {
    await fetchJars({ what, jar, dependencies, folder: partial });
    await rename(partial, home).catch((error) => {
      // Another process was faster; its copy is as good.
      if (!existsSync(lib)) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return lib;
}

async function fetchJars({ what, jar, dependencies, folder }) {
  await writeFile(join(folder, 'pom.xml'), pom(dependencies));
  const { code, output } = await run(
    process.platform === 'win32' ? 'mvn.cmd' : 'mvn',
    ['-B', '-q', 'dependency:copy-dependencies', '-DincludeScope=runtime', '-DoutputDirectory=lib'],
    { cwd: folder },
  );
  if (code === 127) {
    throw new Problem(
      `Maven is needed to fetch ${what}, and no command "mvn" was found. ` +
        'Install it from https://maven.apache.org, or run a Neo4j of your own and name it in CLAIMGRAPH_STORE.',
    );
  }
  if (code !== 0 || !existsSync(join(folder, 'lib', jar))) {
    throw new Problem(`Maven could not fetch ${what}. Its last words:\n${output.trim().slice(-2000)}`);
  }
}

function pom(dependencies) {
  const entries = dependencies.map(
    ([group, artifact, version]) =>
      `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`,
  );
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>claimgraph.local</groupId><artifactId>neo4j</artifactId><version>1</version>
  <dependencies>
    ${entries.join('\n    ')}
  </dependencies>
</project>
`;
}

function* javaPaths() {
  if (process.env.JAVA_HOME) yield join(process.env.JAVA_HOME, 'bin', 'java');
  yield 'java';
  const folders = [
    ['/usr/lib/jvm', 'bin'],
    [join(homedir(), '.sdkman', 'candidates', 'java'), 'bin'],
    [join(homedir(), '.jdks'), 'bin'],
    ['/opt', 'bin'],
    ['/Library/Java/JavaVirtualMachines', join('Contents', 'Home', 'bin')],
  ];
  for (const [folder, bin] of folders) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder).toSorted()) {
      const java = join(folder, name, bin, 'java');
      if (existsSync(java)) yield java;
    }
  }
}

async function javaMajor(java) {
  const { code, output } = await run(java, ['-version']);
  const version = code === 0 ? /version "(?:1\.)?(\d+)/.exec(output) : null;
  return version === null ? undefined : Number(version[1]);
}
