import type { EntityRecord, RelationRecord, VocabularyRecord } from '../api/graph.ts';
import { relationTypeInfo } from './vocabulary.ts';

/** A relation as it is read aloud: who, what, whom. */
export interface Sentence {
  readonly source: { readonly id: string; readonly name: string };
  readonly caption: string;
  readonly target: { readonly id: string; readonly name: string };
}

export interface SentenceContext {
  readonly entities: ReadonlyMap<string, EntityRecord>;
  readonly vocabulary: VocabularyRecord;
  /** Read from the side of this end; from the source unless said. */
  readonly from?: string;
}

/** The sentence of a relation. An end that is not known goes by its id. */
export function relationSentence(
  { sourceId, targetId, type }: Pick<RelationRecord, 'sourceId' | 'targetId' | 'type'>,
  { entities, vocabulary, from = sourceId }: SentenceContext,
): Sentence {
  const { caption, inverseCaption, symmetric } = relationTypeInfo(vocabulary, type);
  const source = { id: sourceId, name: entities.get(sourceId)?.name ?? sourceId };
  const target = { id: targetId, name: entities.get(targetId)?.name ?? targetId };
  if (from !== targetId || from === sourceId) return { source, caption, target };
  return { source: target, caption: symmetric ? caption : inverseCaption, target: source };
}
