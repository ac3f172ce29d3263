import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

import { limits } from './limits.ts';

/** As yoga asks for it. */
interface Cache<T> {
  get(text: string): T | undefined;
  set(text: string, value: T): void;
}

export interface DocumentCaches {
  readonly documentCache: Cache<DocumentNode>;
  readonly errorCache: Cache<unknown>;
}

/**
 * Keeps the documents that were read last, since programs ask the same again and again; but few, none that is
 * long, and nothing of those that could not be read: otherwise whoever never asks the same twice fills the
 * memory for good.
 */
export function documentCaches(): DocumentCaches {
  const documents = new LRUCache<string, DocumentNode>({ max: limits.keptDocuments });
  return {
    documentCache: {
      get: (text) => documents.get(text),
      set: (text, document) => {
        if (text.length <= limits.keptDocumentLength) documents.set(text, document);
      },
    },
    errorCache: { get: () => undefined, set: () => undefined },
  };
}
