/**
 * Measures a graph in a thread of its own, since betweenness takes seconds at the limits. Plain JavaScript:
 * Node starts it as it is in tests, and the build copies it beside the server.
 */
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

import graphology from 'graphology';
import louvain from 'graphology-communities-louvain';
import betweennessCentrality from 'graphology-metrics/centrality/betweenness.js';
import pagerank from 'graphology-metrics/centrality/pagerank.js';
import { weightedDegree } from 'graphology-metrics/node/weighted-degree.js';

const require = createRequire(import.meta.url);
const versionOf = (name) => `${name} ${require(`${name}/package.json`).version}`;

const metrics = versionOf('graphology-metrics');

const measures = {
  DEGREE: () => {
    const graph = undirected();
    return {
      method: `weighted degree (${metrics})`,
      values: valuesOf((node) => weightedDegree(graph, node)),
    };
  },
  PAGERANK: () => {
    const options = { alpha: 0.85, tolerance: 1e-12, maxIterations: 1_000, getEdgeWeight: 'weight' };
    const scores = workerData.size === 0 ? {} : pagerank(directed(), options);
    return {
      method: `PageRank, damping ${options.alpha} (${metrics})`,
      values: valuesOf((node) => scores[node]),
    };
  },
  BETWEENNESS: () => {
    const options = { normalized: true, getEdgeWeight: null };
    const scores = workerData.size === 0 ? {} : betweennessCentrality(undirected(), options);
    return {
      method: `betweenness by Brandes, unweighted, normalized (${metrics})`,
      values: valuesOf((node) => scores[node]),
    };
  },
  COMMUNITIES: () => {
    const graph = undirected();
    const options = { getEdgeWeight: 'weight', resolution: 1, rng: sameEachTime() };
    // Without relations there is nothing for Louvain to join.
    const groups = graph.size === 0 ? null : louvain(graph, options);
    return {
      method: `Louvain, resolution ${options.resolution} (${versionOf('graphology-communities-louvain')})`,
      values: valuesOf((node) => (groups === null ? Number(node) : groups[node])),
    };
  },
};

function undirected() {
  return filled(new graphology.UndirectedGraph());
}

function directed() {
  const graph = filled(new graphology.DirectedGraph());
  for (const [source, target, symmetric] of workerData.relations) if (symmetric) add(graph, target, source);
  return graph;
}

function filled(graph) {
  for (let node = 0; node < workerData.size; node += 1) graph.addNode(String(node));
  for (const [source, target] of workerData.relations) add(graph, source, target);
  return graph;
}

function add(graph, source, target) {
  graph.updateEdge(String(source), String(target), ({ weight = 0 }) => ({ weight: weight + 1 }));
}

function valuesOf(valueOf) {
  return Array.from({ length: workerData.size }, (_, node) => valueOf(String(node)));
}

/** A Lehmer generator (Park and Miller 1988), so that equal graphs fall into equal communities. */
function sameEachTime() {
  let state = 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state - 1) / 2_147_483_646;
  };
}

parentPort.postMessage(measures[workerData.measure]());
