import { readVocabulary } from '../app/read-vocabulary.ts';
import { workspace } from '../app/workspace.ts';

/** How a relation type is read: `cooperates with` for `COOPERATES_WITH`. */
export type CaptionOf = (type: string) => string;

/** From the vocabulary of this installation, as the explorer shows them. Throws VocabularyError. */
export async function readCaptions(): Promise<CaptionOf> {
  const vocabulary = await readVocabulary(workspace().cypher);
  return (type) => vocabulary.relationType(type).caption;
}
