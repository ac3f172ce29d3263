import type { Random } from './campaign.ts';

/** Pieces that mean something to Cypher, Lucene, GraphQL, JavaScript, a terminal or a reader's eye. */
const pieces = [
  '`',
  '``',
  String.raw`\u0060`,
  '｀',
  "'",
  String.raw`\'`,
  '"',
  '\\',
  '$q',
  '{',
  '}) DETACH DELETE n //',
  '` DETACH DELETE n //',
  '`) WITH 1 AS x MATCH (n) DETACH DELETE n RETURN (x',
  '/*',
  '*/',
  '//',
  ';',
  '\n',
  '\r\n',
  '\t',
  '‮',
  '⁦',
  '​',
  '﻿',
  'ﬁ',
  'é',
  '𝕏',
  '👩‍👧',
  ' AND ',
  ' OR ',
  'NOT ',
  'name:',
  'id:*',
  '(',
  ')',
  '((((((',
  '/[/',
  '[a TO',
  '^9',
  '~2',
  '*',
  '?',
  '+-&&||!',
  '__proto__',
  'constructor',
  'null',
  '0',
  '-1',
  '<script>alert(1)</script>',
  '%00',
  '\0',
  '\uD800',
  'rodriguez',
  'Rodríguez',
  'cia',
  'Person',
  'MET',
  'delcy-rodriguez',
  'a'.repeat(120),
];

/** A string of one to four pieces. */
export function hostileString(random: Random): string {
  return Array.from({ length: 1 + random.below(4) }, () => random.pick(pieces)).join('');
}

/** A script in which the string is a label, a relation type, a property's name and its value. */
export function hostileScript(text: string, round: number): string {
  const name = `\`${text.replaceAll('`', '``')}\``;
  const value = text.replaceAll('\\', String.raw`\\`).replaceAll("'", String.raw`\'`);
  return `CREATE (:${name} {${name}: 1})-[:${name}]->(:Hostile {round: ${round}, value: '${value}'});`;
}
