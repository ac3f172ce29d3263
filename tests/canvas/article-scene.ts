import { readFile } from 'node:fs/promises';

import type {
  ClaimStatus,
  EntityRecord,
  Family,
  RelationRecord,
  VocabularyRecord,
} from '../../client/src/api/graph.ts';
import { groupBy } from '../../client/src/lib/group-by.ts';
import { deriveScene } from '../../client/src/state/derive-scene.ts';
import type { Scene } from '../../client/src/state/scene.ts';

const cypher = new URL('../../cypher/', import.meta.url);

interface VocabularyFile {
  readonly entityTypes: Readonly<
    Record<string, { label: string; plural: string; family: Family; icon: string }>
  >;
  readonly relationTypes: Readonly<
    Record<string, { caption: string; inverse?: string; short?: string; symmetric?: boolean }>
  >;
}

interface Claim {
  readonly source: string;
  readonly target: string;
  readonly type: string;
  readonly id: string;
  readonly status: ClaimStatus;
  readonly disputes: readonly string[];
  readonly origin: string;
}

const entityPattern = /MERGE \(e:Entity \{id: '([^']+)'\}\) SET e:(\w+)[^,]*, e \+= \{([^}]*)\}/g;
const claimPattern =
  /MATCH \(a:Entity \{id: '([^']+)'\}\), \(b:Entity \{id: '([^']+)'\}\)\s+MERGE \(a\)-\[r:(\w+) \{id: '([^']+)'\}\]->\(b\)\s+SET r \+= \{([\s\S]*?)\n\};/g;

function textOf(properties: string, name: string): string {
  const found = new RegExp(`\\b${name}: '((?:[^'\\\\]|\\\\.)*)'`).exec(properties);
  return (found?.[1] ?? '').replaceAll("\\'", "'");
}

function listOf(properties: string, name: string): string[] {
  const found = new RegExp(`\\b${name}: \\[([^\\]]*)\\]`).exec(properties);
  return [...(found?.[1] ?? '').matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '');
}

function claimsOf(script: string): Claim[] {
  return [...script.matchAll(claimPattern)].map(
    ([, source = '', target = '', type = '', id = '', properties = '']) => ({
      source,
      target,
      type,
      id,
      status: textOf(properties, 'status').toUpperCase() as ClaimStatus,
      disputes: listOf(properties, 'disputes'),
      origin: listOf(properties, 'attributedTo')[0] ?? '',
    }),
  );
}

function relationsOf(claims: readonly Claim[]): RelationRecord[] {
  const disputed = new Set(
    claims.flatMap((claim) => (claim.disputes.length > 0 ? [claim.id, ...claim.disputes] : [])),
  );
  const groups = groupBy(claims, ({ source, type, target }) => `${source}~${type}~${target}`);
  return [...groups].map(([id, group]) => ({
    id,
    type: group[0]?.type ?? '',
    sourceId: group[0]?.source ?? '',
    targetId: group[0]?.target ?? '',
    standing: group.some((claim) => disputed.has(claim.id)) ? 'DISPUTED' : 'SINGLE_ORIGIN',
    claimCount: group.length,
    originCount: new Set(group.map((claim) => claim.origin)).size,
    statusCounts: [...groupBy(group, (claim) => claim.status)].map(([status, same]) => ({
      status,
      count: same.length,
    })),
    claims: group.map((claim) => ({
      id: claim.id,
      relationId: id,
      status: claim.status,
      quote: null,
      quotePlaces: [],
      context: null,
      article: null,
      attributedTo: [],
      originId: claim.origin,
      disputes: claim.disputes,
      disputedBy: [],
      validFrom: null,
      validTo: null,
      dateText: null,
      note: null,
      publishedAt: null,
    })),
  }));
}

function vocabularyOf({ entityTypes, relationTypes }: VocabularyFile): VocabularyRecord {
  return {
    entityTypes: new Map(Object.entries(entityTypes).map(([name, type]) => [name, { name, ...type }])),
    relationTypes: new Map(
      Object.entries(relationTypes).map(([name, type]) => [
        name,
        {
          name,
          caption: type.caption,
          inverseCaption: type.inverse ?? type.caption,
          shortCaption: type.short ?? null,
          symmetric: type.symmetric === true,
        },
      ]),
    ),
  };
}

/** The first article's graph as the canvas gets it, read from its script: what stands there is what is drawn. */
export async function articleScene(): Promise<Scene> {
  const script = await readFile(new URL('articles/2026-01-28-cia-annex-venezuela.cypher', cypher), 'utf8');
  const vocabulary = JSON.parse(await readFile(new URL('vocabulary.json', cypher), 'utf8')) as VocabularyFile;
  const relations = relationsOf(claimsOf(script));
  const linked = new Set(relations.flatMap(({ sourceId, targetId }) => [sourceId, targetId]));
  const entities = [...script.matchAll(entityPattern)]
    .map(([, id = '', type = '', properties = '']): EntityRecord => ({
      id,
      name: textOf(properties, 'name'),
      type,
      aliases: [],
      description: null,
      wikidata: null,
      isSource: false,
      anonymous: properties.includes('anonymous: true'),
      neighborCount: 0,
    }))
    .filter((entity) => linked.has(entity.id));
  return deriveScene({
    investigation: {
      entities: entities.map((entity) => entity.id),
      positions: {},
      pinned: [],
      filters: { entityTypes: [], statuses: [], support: [], speakers: [] },
    },
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    relations: new Map(relations.map((relation) => [relation.id, relation])),
    vocabulary: vocabularyOf(vocabulary),
    words: {
      unnamedSource: 'Unnamed source',
      bundle: (kinds, claims) => `${kinds} kinds, ${claims} claims`,
    },
  });
}
