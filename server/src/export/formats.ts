import { csvEntities } from './csv-entities.ts';
import { csv } from './csv.ts';
import { cypher } from './cypher.ts';
import type { ExportFormat } from './format.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { json } from './json.ts';
import { jsonld } from './jsonld.ts';

/** Every form in which the graph leaves, the backup first. */
export const formats: readonly ExportFormat[] = [cypher, json, csv, csvEntities, graphml, gexf, jsonld];
