import { createHash } from 'node:crypto';

import { type DocumentNode, print } from 'graphql';

/**
 * Documents of the explorer that may cost more than others: they ask for as much as a canvas bears, and an
 * answer holds no more objects than any. Each is known by the SHA-256 of its text as graphql prints it; a test
 * compares them with the client's.
 */
export const explorerDocuments: ReadonlySet<string> = new Set([
  // Subgraph
  '92af09e3a623fc3aa5650d4abe97c036a562f1cbc1b5f39438f86d6b102fbb21',
]);

export function digestOfDocument(document: DocumentNode): string {
  return createHash('sha256').update(print(document)).digest('hex');
}
