import type { Speaker, VocabularyRecord } from '../../api/graph.ts';
import { en } from '../../i18n/en.ts';
import { entityTypeInfo } from '../../state/vocabulary.ts';

/** A kind of entity in words, as legend and filters count it. */
export function entityKindLabel(
  vocabulary: VocabularyRecord,
  { type, anonymous }: { readonly type: string; readonly anonymous: boolean },
): string {
  return anonymous ? en.scene.unnamedSource : entityTypeInfo(vocabulary, type).label;
}

/** A speaker in words: the voice of an article is the article itself. */
export function speakerLabel({ type, name }: Speaker): string {
  return type === 'Voice' ? en.evidence.who.article : name;
}
