import { cypherString } from '../../lib/cypher-literal.ts';
import { comment, excerpt } from './comment.ts';
import type { Cast, ProposedEntity } from './proposal.ts';

interface EntityContext {
  readonly article: string;
  /** Ids of whoever needs the label Source. */
  readonly speakers: ReadonlySet<string>;
}

const headings: readonly (readonly [string, readonly string[]])[] = [
  ['People', ['Person']],
  ['Groups of people', ['Group']],
  ['Bodies', ['Organization', 'Company', 'Outlet']],
  ['Offices', ['Role']],
  ['Countries and places', ['Country', 'Place', 'Facility']],
  ['Happenings', ['Event', 'Measure']],
];

/** The entities by kind: what the graph knows, what is proposed, what stayed open; last the article's voice. */
export function writeEntities(cast: Cast, context: EntityContext): readonly string[] {
  const named = cast.entities.filter(({ kind }) => kind !== 'source');
  const known = named.filter((entity) => entity.known !== null);
  const fresh = named.filter((entity) => entity.known === null);
  const titled = new Set(headings.flatMap(([, types]) => types));
  return [
    ...section('Known to the graph: linked by name', known, context),
    ...headings.flatMap(([heading, types]) =>
      section(
        heading,
        fresh.filter(({ type }) => types.includes(type)),
        context,
      ),
    ),
    ...section(
      'Things and topics',
      fresh.filter(({ type }) => !titled.has(type)),
      context,
    ),
    ...section(
      'Unnamed sources, one by one: two descriptions may be one person',
      cast.entities.filter(({ kind }) => kind === 'source'),
      context,
    ),
    ...openNames(cast),
    "// The article's own voice",
    '',
    `MERGE (e:Entity {id: ${cypherString(`voice-${context.article}`)}}) SET e:Source:Voice, e += {`,
    `  name: ${cypherString("the article's own voice")}`,
    '};',
    '',
  ];
}

function section(
  title: string,
  entities: readonly ProposedEntity[],
  context: EntityContext,
): readonly string[] {
  if (entities.length === 0) return [];
  return [`// ${title}`, '', ...entities.flatMap((entity) => entityLines(entity, context)), ''];
}

function entityLines(entity: ProposedEntity, { speakers }: EntityContext): readonly string[] {
  const { id, name, type, aliases, known, kind, unsure } = entity;
  const speaks = kind === 'source' || speakers.has(id);
  const labels = new Set([type, ...(known?.labels ?? []), ...(speaks ? ['Source'] : [])]);
  const properties = [
    `name: ${cypherString(name)}`,
    ...(aliases.length === 0 ? [] : [`aliases: [${aliases.map(cypherString).join(', ')}]`]),
    ...(kind === 'source' ? ['anonymous: true'] : []),
  ];
  return [
    ...unsure.map((why) => comment(`unsure: ${excerpt(name)}: ${why}`)),
    `MERGE (e:Entity {id: ${cypherString(id)}}) SET e:${Array.from(labels).join(':')}, e += {`,
    `  ${properties.join(', ')}${known === null ? ',' : ''}`,
    ...(known === null ? ['  unreviewed: true'] : []),
    '};',
  ];
}

function openNames({ ambiguous, leftOut }: Cast): readonly string[] {
  const lines = [
    ...ambiguous.map(({ name, ids }) =>
      comment(
        `unsure: "${excerpt(name)}" is a name of ${ids.slice(0, 5).join(' and of ')}: nothing was linked.`,
      ),
    ),
    ...leftOut.map((name) => comment(`Capitalised, but of no kind that could be told: ${excerpt(name)}`)),
  ];
  return lines.length === 0 ? [] : ['// Left open', '', ...lines, ''];
}
