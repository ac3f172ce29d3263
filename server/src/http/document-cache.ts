import type { DocumentNode } from 'graphql';

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
  const kept = new Map<string, DocumentNode>();
  return {
    documentCache: {
      get: (text) => {
        const document = kept.get(text);
        if (!document) return undefined;
        // A map keeps the order in which entries came.
        kept.delete(text);
        kept.set(text, document);
        return document;
      },
      set: (text, document) => {
        if (text.length > limits.keptDocumentLength) return;
        kept.set(text, document);
        const [oldest] = kept.keys();
        if (kept.size > limits.keptDocuments && oldest !== undefined) kept.delete(oldest);
      },
    },
    errorCache: { get: () => undefined, set: () => undefined },
  };
}
