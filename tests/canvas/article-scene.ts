import { readFile } from 'node:fs/promises';
import type { ClaimStatus, Family } from '../../client/src/api/graph.ts';
import { groupBy } from '../../client/src/lib/group-by.ts';
import type { Scene, SceneEdge, SceneNode } from '../../client/src/state/scene.ts';

const cypher = new URL('../../cypher/', import.meta.url);

interface Vocabulary {
  readonly entityTypes: Readonly<Record<string, { label: string; family: Family; icon: string } | undefined>>;
  readonly relationTypes: Readonly<
    Record<string, { caption: string; short?: string; symmetric?: boolean } | undefined>
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

/** Strongest first. */
const strength: readonly ClaimStatus[] = [
  'ASSERTED',
  'REPORTED',
  'PLANNED',
  'PREDICTED',
  'QUESTIONED',
  'OPINION',
  'DENIED',
  'RETRACTED',
];

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

function edgesOf(claims: readonly Claim[], vocabulary: Vocabulary): SceneEdge[] {
  const disputed = new Set(claims.flatMap((claim) => (claim.disputes.length > 0 ? [claim.id, ...claim.disputes] : [])));
  const groups = groupBy(claims, ({ source, type, target }) => `${source}~${type}~${target}`);
  return [...groups].map(([id, group]) => {
    const [first] = group;
    const type = vocabulary.relationTypes[first?.type ?? ''];
    const words = (first?.type ?? '').toLowerCase().replaceAll('_', ' ');
    const count = group.length > 1 ? ` ${group.length}` : '';
    return {
      id,
      kind: 'relation',
      relationIds: [id],
      source: first?.source ?? '',
      target: first?.target ?? '',
      caption: `${type?.caption ?? words}${count}`,
      shortCaption: `${type?.short ?? type?.caption ?? words}${count}`,
      status: strength.find((status) => group.some((claim) => claim.status === status)) ?? null,
      standing: group.some((claim) => disputed.has(claim.id)) ? 'DISPUTED' : 'SINGLE_ORIGIN',
      claimCount: group.length,
      originCount: new Set(group.map((claim) => claim.origin)).size,
      symmetric: type?.symmetric === true,
      ghost: false,
    };
  });
}

/** The first article's graph as the canvas gets it, read from its script: what stands there is what is drawn. */
export async function articleScene(): Promise<Scene> {
  const script = await readFile(
    new URL('articles/2026-01-28-cia-annex-venezuela.cypher', cypher),
    'utf8',
  );
  const vocabulary = JSON.parse(
    await readFile(new URL('vocabulary.json', cypher), 'utf8'),
  ) as Vocabulary;
  const edges = edgesOf(claimsOf(script), vocabulary);
  const linked = new Set(edges.flatMap((edge) => [edge.source, edge.target]));
  const nodes = [...script.matchAll(entityPattern)].map(
    ([, id = '', type = '', properties = '']): SceneNode => ({
      id,
      name: textOf(properties, 'name'),
      type,
      typeLabel: vocabulary.entityTypes[type]?.label ?? type,
      family: vocabulary.entityTypes[type]?.family ?? 'things',
      icon: vocabulary.entityTypes[type]?.icon ?? 'circle',
      anonymous: properties.includes('anonymous: true'),
      degree: edges.filter((edge) => edge.source === id || edge.target === id).length,
      hiddenNeighbors: 0,
      pinned: false,
      ghost: false,
    }),
  );
  return {
    nodes: nodes.filter((node) => linked.has(node.id)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    edges: edges.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
