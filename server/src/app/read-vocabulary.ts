import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parseVocabulary, type Vocabulary } from '../model/vocabulary.ts';

/** The vocabulary file is missing, no JSON, or says something it may not. */
class VocabularyError extends Error {
  override readonly name = 'VocabularyError';
}

/** Reads how types are shown, from the scripts' folder. Throws VocabularyError. */
export async function readVocabulary(cypherFolder: string): Promise<Vocabulary> {
  const file = join(cypherFolder, 'vocabulary.json');
  try {
    return parseVocabulary(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new VocabularyError(
      `cypher/vocabulary.json cannot be used: ${reason}. Mend the file, or take it from the repository again.`,
      { cause },
    );
  }
}
