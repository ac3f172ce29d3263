import { captionOfName, titleOfName } from '../lib/words-of-name.ts';
import { JsonField } from './json-field.ts';

const families = ['people', 'bodies', 'places', 'happenings', 'things'] as const;

/** Decides the colour and the shape of an entity on the canvas. */
export type Family = (typeof families)[number];

/** How an entity type is shown. */
export interface EntityType {
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  readonly family: Family;
  /** Name of a Lucide icon, such as `user-round`. */
  readonly icon: string;
  /** False for a type that the file does not name: its words come from its name. */
  readonly described: boolean;
}

/** Labels of which an end must carry one; `Source` stands for whoever speaks. */
export type Ends = 'any' | readonly string[];

/** How a relation type is read in both directions, and what it may join. */
export interface RelationType {
  readonly name: string;
  readonly caption: string;
  readonly inverseCaption: string;
  /** For a short line; null where the caption is short enough. */
  readonly shortCaption: string | null;
  /** Written once, from the smaller id to the larger one, and read both ways. */
  readonly symmetric: boolean;
  readonly from: Ends;
  readonly to: Ends;
  /** False for a type that the file does not name: its words come from its name. */
  readonly described: boolean;
}

/**
 * Two types that cannot both hold between the same two entities at the same time. The ends are compared
 * as they are written, with `reversed` those of `against` are swapped first; where one of the two types
 * is symmetric their order does not count.
 */
export interface Opposite {
  readonly type: string;
  readonly against: string;
  readonly reversed: boolean;
}

/** The types of the graph as data. An unknown type is no error: it is shown under its own name. */
export interface Vocabulary {
  /** In the order of the file. */
  readonly entityTypes: readonly EntityType[];
  /** In the order of the file. */
  readonly relationTypes: readonly RelationType[];
  readonly opposites: readonly Opposite[];
  entityType(name: string): EntityType;
  relationType(name: string): RelationType;
}

/** Reads the content of `cypher/vocabulary.json`. Throws JsonFieldError with the path of what is wrong. */
export function parseVocabulary(json: unknown): Vocabulary {
  const file = new JsonField(json).record('entityTypes', 'endGroups', 'relationTypes', 'opposites');
  const entityTypes = [...file.entityTypes.fields()].map(([name, field]) => entityTypeOf(name, field));
  const readEnds = endsReader(file.endGroups, new Set(['Source', ...entityTypes.map(({ name }) => name)]));
  const relationTypes = [...file.relationTypes.fields()].map(([name, field]) =>
    relationTypeOf(name, field, readEnds),
  );
  const typeNames = relationTypes.map(({ name }) => name);
  const opposites = file.opposites.items().flatMap((field) => oppositesOf(field, typeNames));

  const entityTypeByName = new Map(entityTypes.map((type) => [type.name, type]));
  const relationTypeByName = new Map(relationTypes.map((type) => [type.name, type]));
  return {
    entityTypes,
    relationTypes,
    opposites,
    entityType: (name) => entityTypeByName.get(name) ?? unknownEntityType(name),
    relationType: (name) => relationTypeByName.get(name) ?? unknownRelationType(name),
  };
}

/** Whether an entity with these labels may stand at this end of a relation. */
export function mayStandAt(ends: Ends, labels: readonly string[]): boolean {
  return ends === 'any' || ends.some((end) => labels.includes(end));
}

function entityTypeOf(name: string, field: JsonField): EntityType {
  const { label, plural, family, icon } = field.record('label', 'plural', 'family', 'icon');
  return {
    name,
    label: label.text(),
    plural: plural.text(),
    family: family.oneOf(families),
    icon: icon.text(),
    described: true,
  };
}

type EndsReader = (field: JsonField) => Ends;

/** Reads the ends of relation types, where a group's name stands for its members. */
function endsReader(groupsField: JsonField, known: ReadonlySet<string>): EndsReader {
  const groups = new Map(
    [...groupsField.fields()].map(([name, field]) => [
      name,
      field.items().map((item) => item.oneOf([...known])),
    ]),
  );
  const words = [...known, ...groups.keys()];
  return (field) => {
    if (field.is('any')) return 'any';
    return field.items().flatMap((item) => {
      const word = item.oneOf(words);
      return groups.get(word) ?? [word];
    });
  };
}

function relationTypeOf(name: string, field: JsonField, readEnds: EndsReader): RelationType {
  const { caption, inverse, short, symmetric, from, to } = field.record(
    'caption',
    'inverse',
    'short',
    'symmetric',
    'from',
    'to',
  );
  return {
    name,
    caption: caption.text(),
    inverseCaption: inverse.text(),
    shortCaption: short.isAbsent ? null : short.text(),
    symmetric: symmetric.flag(),
    from: readEnds(from),
    to: readEnds(to),
    described: true,
  };
}

function oppositesOf(field: JsonField, typeNames: readonly string[]): readonly Opposite[] {
  const { types, against, reversed } = field.record('types', 'against', 'reversed');
  const others = against.items().map((item) => item.oneOf(typeNames));
  return types.items().flatMap((item) => {
    const type = item.oneOf(typeNames);
    return others.map((other) => ({ type, against: other, reversed: reversed.flag() }));
  });
}

function unknownEntityType(name: string): EntityType {
  const label = titleOfName(name);
  return { name, label, plural: label, family: 'things', icon: 'circle', described: false };
}

function unknownRelationType(name: string): RelationType {
  const caption = captionOfName(name);
  return {
    name,
    caption,
    inverseCaption: `${caption} (incoming)`,
    shortCaption: null,
    symmetric: false,
    from: 'any',
    to: 'any',
    described: false,
  };
}
