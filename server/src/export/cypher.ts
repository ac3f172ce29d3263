import type { ExportFormat } from './format.ts';
import { articleScript } from './script/article-script.ts';
import { graphScript } from './script/graph-script.ts';

export const cypher: ExportFormat = {
  name: 'cypher',
  extension: 'cypher',
  mediaType: 'text/plain; charset=utf-8',
  meaning:
    'a script that loads back to an identical graph on any store: the backup; of one article, its script',
  write: (store, request) =>
    request.part.kind === 'article'
      ? articleScript(store, request, request.part.article)
      : graphScript(store, request),
};
