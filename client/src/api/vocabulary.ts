import { ApiError } from './api-error.ts';
import { graphql } from './document.ts';
import type { Family, VocabularyRecord } from './graph.ts';
import type { Transport } from './transport.ts';

export const vocabularyDocument = graphql(`
  query Vocabulary {
    types {
      entityTypes {
        name
        label
        plural
        family
        icon
      }
      relationTypes {
        name
        caption
        inverseCaption
        shortCaption
        symmetric
      }
    }
  }
`);

const families: readonly Family[] = ['people', 'bodies', 'places', 'happenings', 'things'];

/** Names, captions, families and icons of all types in the store. */
export async function fetchVocabulary(transport: Transport, signal: AbortSignal): Promise<VocabularyRecord> {
  const { types } = await transport.ask({ document: vocabularyDocument, variables: {}, signal });
  if (!types)
    throw new ApiError({ code: 'BAD_ANSWER', message: 'The server answered without its vocabulary.' });
  return {
    entityTypes: new Map(
      types.entityTypes.map((type) => [
        type.name,
        { ...type, family: families.find((family) => family === type.family) ?? 'things' },
      ]),
    ),
    relationTypes: new Map(types.relationTypes.map((type) => [type.name, type])),
  };
}
