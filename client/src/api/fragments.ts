import { graphql } from './document.ts';

export const entityFields = graphql(`
  fragment EntityFields on Entity {
    id
    name
    type
    aliases
    description
    wikidata
    isSource
    anonymous
    neighbors {
      totalCount
    }
  }
`);

export const speakerFields = graphql(`
  fragment SpeakerFields on Entity {
    id
    name
    type
    anonymous
  }
`);

export const articleFields = graphql(`
  fragment ArticleFields on Article {
    id
    title
    publisher
    url
    publishedAt
    basedOn {
      id
      title
      publisher
      publishedAt
    }
  }
`);

export const claimFields = graphql(
  `
    fragment ClaimFields on Claim {
      id
      status
      quote
      quotePlaces {
        start
        end
      }
      context
      article {
        ...ArticleFields
      }
      attributedTo {
        ...SpeakerFields
      }
      originId
      disputes {
        id
      }
      disputedBy {
        id
      }
      validFrom
      validTo
      dateText
      note
      publishedAt
    }
  `,
  [articleFields, speakerFields],
);

/** A relation without its claims. */
export const relationFields = graphql(`
  fragment RelationFields on Relation {
    id
    type
    sourceId
    targetId
    standing
    claimCount
    originCount
    statusCounts {
      status
      count
    }
  }
`);
