import { ownIdPattern } from '../../model/ids.ts';

/** A part of statements: whether a node goes by its property `id`; foreign graphs may hold anything there. */
export const hasPlainId = (node: string): string => `coalesce(${node}.id =~ '${ownIdPattern}', false)`;

/** A part of statements: a value as the key of a map, which only texts are. */
export const asKey = (value: string): string => `CASE WHEN ${value} > '' THEN ${value} END`;
