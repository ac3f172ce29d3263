import type { EntityRecord, EntityTypeInfo, RelationTypeInfo, VocabularyRecord } from '../api/graph.ts';
import { wordsOfName } from '../lib/words-of-name.ts';

/** Kind of an entity in legend and filters: its type, or this for an unnamed source. No type has this name. */
const unnamedSource = 'unnamed-source';

/** The kind under which an entity is counted and filtered. */
export function entityKind(entity: Pick<EntityRecord, 'type' | 'anonymous'>): string {
  return entity.anonymous ? unnamedSource : entity.type;
}

/** Words and looks of an entity type; made of its name when the vocabulary lacks it. */
export function entityTypeInfo(vocabulary: VocabularyRecord, name: string): EntityTypeInfo {
  const words = wordsOfName(name);
  const label = words.slice(0, 1).toUpperCase() + words.slice(1);
  return vocabulary.entityTypes.get(name) ?? { name, label, plural: label, family: 'things', icon: 'circle' };
}

/** Captions of a relation type; made of its name when the vocabulary lacks it. */
export function relationTypeInfo(vocabulary: VocabularyRecord, name: string): RelationTypeInfo {
  const caption = wordsOfName(name);
  return (
    vocabulary.relationTypes.get(name) ?? {
      name,
      caption,
      // The name reads forwards only: an arrow says that it is read backwards here.
      inverseCaption: `← ${caption}`,
      shortCaption: null,
      symmetric: false,
    }
  );
}
