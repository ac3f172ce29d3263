/** One row of a layer table: a folder, what it may import, and why the fence stands there. */
export interface Layer {
  /** Folder below `src`, with a trailing slash; `*` stands for one sibling. `x/.` means the files of `x` itself. */
  readonly folder: string;
  /** Rows above it that it may import, by the same names. Its own folder is always allowed. */
  readonly imports: readonly string[];
  /** Heavy or impure packages that only this folder may import. */
  readonly packages?: readonly string[];
  readonly reason: string;
}

/** The server's folders from the ground up. ARCHITECTURE.md shows the same table; a test compares them. */
export const serverLayers: readonly Layer[] = [
  {
    folder: 'lib/',
    imports: [],
    reason: 'pure helpers know nothing of the domain',
  },
  {
    folder: 'model/',
    imports: ['lib/'],
    reason: 'the model is data and rules, without store or network',
  },
  {
    folder: 'store/.',
    imports: ['lib/'],
    packages: ['minisearch'],
    reason: 'the port names no database',
  },
  {
    folder: 'store/neo4j/',
    imports: ['store/.', 'lib/'],
    packages: ['neo4j-driver'],
    reason: 'adapters do not know each other',
  },
  {
    folder: 'store/embedded/',
    imports: ['store/.', 'lib/'],
    packages: ['@grafeo-db/js'],
    reason: 'adapters do not know each other',
  },
  {
    folder: 'loader/draft/',
    imports: ['model/', 'lib/'],
    packages: ['compromise', 'wink-nlp', 'wink-eng-lite-web-model', 'chrono-node'],
    reason: 'text in, script out: a draft needs no store',
  },
  {
    folder: 'loader/',
    imports: ['model/', 'store/.', 'lib/'],
    packages: ['csv-parse', 'tinyglobby'],
    reason: 'scripts are loaded through the port alone',
  },
  {
    folder: 'export/',
    imports: ['model/', 'store/.', 'lib/'],
    reason: 'what leaves is read through the port, one format a file',
  },
  {
    folder: 'graphql/base/',
    imports: ['model/', 'store/.', 'lib/'],
    packages: ['dataloader'],
    reason: 'what every capability needs, and no capability',
  },
  {
    folder: 'graphql/*/',
    imports: ['graphql/base/', 'export/', 'loader/', 'model/', 'store/.', 'lib/'],
    packages: ['graphology', 'graphology-metrics', 'graphology-communities-louvain'],
    reason: 'a capability can be read, changed and removed alone',
  },
  {
    folder: 'graphql/.',
    imports: ['graphql/*/', 'graphql/base/', 'model/', 'store/.', 'lib/'],
    packages: ['@graphql-tools/schema'],
    reason: 'the list of capabilities and the schema made of them',
  },
  {
    folder: 'http/',
    imports: ['graphql/.', 'graphql/base/', 'export/', 'model/', 'store/.', 'lib/'],
    packages: [
      'graphql-yoga',
      'rate-limiter-flexible',
      'lru-cache',
      'sirv',
      'helmet',
      'node:http',
      'prom-client',
      '@opentelemetry/api',
    ],
    reason: 'the only door: GraphQL and exports for everybody, jobs for the command line of the same user',
  },
  {
    folder: 'app/',
    imports: [
      'http/',
      'graphql/.',
      'graphql/base/',
      'export/',
      'loader/draft/',
      'loader/',
      'store/neo4j/',
      'store/embedded/',
      'store/.',
      'model/',
      'lib/',
    ],
    packages: ['pino', 'zod'],
    reason: 'composition: the one place that knows which store and which port',
  },
  {
    folder: 'cli/',
    imports: ['app/', 'export/', 'loader/draft/', 'loader/', 'store/.', 'model/', 'lib/'],
    packages: ['commander', 'picocolors', 'chokidar'],
    reason: 'commands say what to do and print what came of it',
  },
];

/** The client's folders from the ground up. */
export const clientLayers: readonly Layer[] = [
  { folder: 'lib/', imports: [], reason: 'pure helpers know nothing of the domain' },
  { folder: 'i18n/', imports: [], reason: 'words alone' },
  {
    folder: 'api/',
    imports: ['lib/'],
    packages: ['@urql/core', 'gql.tada', 'graphql'],
    reason: 'GraphQL ends here: plain records leave it',
  },
  { folder: 'state/', imports: ['api/', 'lib/'], reason: 'an investigation is data and pure functions' },
  {
    folder: 'runtime/',
    imports: ['state/', 'api/', 'i18n/', 'lib/'],
    packages: ['zustand'],
    reason: 'the impure ring: it fetches, remembers and binds React, and decides nothing about the graph',
  },
  { folder: 'ui/', imports: ['i18n/', 'lib/'], reason: 'the design system has no domain words' },
  {
    folder: 'canvas/',
    imports: ['state/', 'api/', 'ui/', 'i18n/', 'lib/'],
    packages: ['cytoscape', 'd3-force', 'lucide-static'],
    reason: 'the renderer can be replaced behind props and gestures',
  },
  {
    folder: 'commands/',
    imports: ['runtime/', 'state/', 'api/', 'i18n/', 'lib/'],
    reason: 'menu, palette, keyboard and help read the same objects',
  },
  {
    folder: 'panels/base/',
    imports: ['commands/', 'runtime/', 'state/', 'api/', 'ui/', 'i18n/', 'lib/'],
    reason: 'what several panels show, and no panel',
  },
  {
    folder: 'panels/*/',
    imports: ['panels/base/', 'commands/', 'runtime/', 'state/', 'api/', 'ui/', 'i18n/', 'lib/'],
    reason: 'a panel can be read, changed and removed alone',
  },
  {
    folder: 'app/',
    imports: [
      'panels/*/',
      'panels/base/',
      'commands/',
      'canvas/',
      'runtime/',
      'state/',
      'api/',
      'ui/',
      'i18n/',
      'lib/',
    ],
    packages: ['react-dom'],
    reason: 'the shell wires canvas, panels and keyboard',
  },
];

/** Folders that may touch files: everything else gets text. */
export const fileSystemFolders: readonly string[] = ['loader/', 'store/embedded/', 'http/', 'app/', 'cli/'];

/** Folders that may import React. */
export const reactFolders: readonly string[] = [
  'runtime/',
  'ui/',
  'canvas/',
  'panels/*/',
  'panels/base/',
  'app/',
];
