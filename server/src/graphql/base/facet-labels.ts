import type { Context } from './context.ts';
import { articleById, entityById } from './loads.ts';

/** Words for the values of facets: those that nothing is known of stand for themselves. */

export const itself = (value: string): string => value;

/** `SINGLE_ORIGIN` reads "single origin". */
export const lowerWords = (value: string): string => value.toLowerCase().replaceAll('_', ' ');

export const entityTypeLabel =
  ({ vocabulary }: Context) =>
  (value: string): string =>
    vocabulary.entityType(value).label;

export const relationTypeLabel =
  ({ vocabulary }: Context) =>
  (value: string): string =>
    vocabulary.relationType(value).caption;

export const articleLabel =
  (context: Context) =>
  async (value: string): Promise<string> =>
    (await articleById(context, value))?.title ?? value;

export const entityLabel =
  (context: Context) =>
  async (value: string): Promise<string> =>
    (await entityById(context, value))?.name ?? value;
