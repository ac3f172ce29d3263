/** What several capabilities speak in. */
export const schema = /* GraphQL */ `
  "Cost of the field before it runs."
  directive @cost(weight: Int!) on FIELD_DEFINITION

  "How many items a list may hold: the named argument, or assumedSize when there is none."
  directive @listSize(
    assumedSize: Int
    slicingArguments: [String!]
    sizedFields: [String!]
  ) on FIELD_DEFINITION

  "2026, 2026-01, 2026-01-28 or an instant with a zone: the whole interval that it names."
  scalar PartialDate

  "An absolute http or https address."
  scalar URL

  "A stored value. Integers beyond 2^53 are strings."
  scalar JSON

  "How a claim stands in its article. When several fit, the first of this list wins."
  enum ClaimStatus {
    "The outlet or the speaker withdrew it."
    RETRACTED
    "The first speaker says that it is not so, or disowns it."
    DENIED
    "Intended, ordered, offered or threatened, not done."
    PLANNED
    "Will or may follow; nobody's intention."
    PREDICTED
    "Raised as a doubt or a question, not denied."
    QUESTIONED
    "A judgement, an inference, a label or a comparison."
    OPINION
    "Passed on; the origin is unnamed or not in its own words."
    REPORTED
    "Stated as fact by the first speaker or in the article's own voice."
    ASSERTED
  }

  "How the claims of a relation stand together. The first that fits."
  enum Standing {
    "No claim of it has evidence."
    UNSOURCED
    "A retraction left nothing standing."
    WITHDRAWN
    "One of its claims is disputed, or denied beside one that is not."
    DISPUTED
    "Two or more independent origins."
    CORROBORATED
    "One origin."
    SINGLE_ORIGIN
  }

  enum Direction {
    OUT
    IN
    BOTH
  }

  enum RelationOrder {
    "Most claims first."
    CLAIMS
    "Best evidence first: most origins, then most claims. A list of more than 2,000 relations runs by claims alone."
    ORIGINS
    "By type, then by the names of its ends."
    TYPE
    "Latest valid time first; without one it comes last. A list of more than 2,000 relations is refused."
    LATEST
    "Earliest valid time first, by the same rules."
    EARLIEST
  }

  enum ClaimOrder {
    PUBLISHED_DESC
    PUBLISHED_ASC
    "By the claim's own time: what began last comes first, and what has no date comes last."
    VALID_DESC
    VALID_ASC
    "In the order of the article's text."
    ARTICLE_POSITION
  }

  type PageInfo {
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
    endCursor: String
  }

  "A list divided by one thing. An item may have several values, or none."
  type Facet {
    by: String!
    "The most frequent first, at most 50."
    values: [FacetValue!]! @listSize(assumedSize: 50)
    "How many values there are, those that are not shown among them."
    valueCount: Int!
  }

  type FacetValue {
    "As filters take it."
    value: String!
    "As people read it."
    label: String!
    "Items of the whole list that have it, whatever the page."
    count: Int!
  }

  "What a limit left out, and the order that chose the rest. total null: not counted."
  type Truncation {
    limit: String!
    at: ID
    shown: Int!
    total: Int
    orderedBy: String!
  }

  "Fields narrow; values inside one field are alternatives."
  input ClaimFilter {
    types: [String!]
    "Types of the other end, where the list belongs to one entity."
    neighborTypes: [String!]
    statuses: [ClaimStatus!]
    standing: [Standing!]
    minOrigins: Int
    "Occurs in the quote, without regard to case and marks."
    text: String
    articles: [ID!]
    attributedTo: [ID!]
    excludeTypes: [String!]
    "Relations with one of these at an end are left out."
    excludeEntities: [ID!]
    excludeArticles: [ID!]
    excludeAttributedTo: [ID!]
    "The claim's own time overlaps with the period from here on. A claim without a date does not."
    validFrom: PartialDate
    "The end of that period, itself included: 2026 is its last day."
    validTo: PartialDate
    "The article's date overlaps with the period from here on. An article without a date does not."
    publishedFrom: PartialDate
    publishedTo: PartialDate
  }

  type Query
`;
