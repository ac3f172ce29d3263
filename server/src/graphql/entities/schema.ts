export const schema = /* GraphQL */ `
  "Fields narrow; values inside one field are alternatives."
  input EntityFilter {
    ids: [ID!]
    "Labels, such as Person."
    types: [String!]
    "Occurs in the name or an alias, without regard to case and marks."
    text: String
    "Articles that name it."
    mentionedIn: [ID!]
    "Whether it speaks in at least one claim."
    isSource: Boolean
    "Relations that it has at least, and at most."
    minDegree: Int
    maxDegree: Int
    "Every one of them has to fit."
    properties: [PropertyFilter!]
    "Has at least one claim at which it is an end, and which passes."
    claims: ClaimFilter
  }

  """
  A condition on one stored property. Only like is compared with like: a number never equals a text. Of a
  list one item has to fit (for NE: none may). What the entity lacks fits nothing but EXISTS false.
  """
  input PropertyFilter {
    key: String!
    op: PropertyOp! = EQ
    "A text, a number, true or false; for IN a list of these; for EXISTS true (as when absent) or false."
    value: JSON
  }

  enum PropertyOp {
    EQ
    "Is there, and is something else."
    NE
    "The four that order take a number, or a text that is compared letter by letter, as ISO dates are."
    LT
    LTE
    GT
    GTE
    "Has the text in it, letter by letter."
    CONTAINS
    STARTS_WITH
    IN
    EXISTS
  }

  enum EntityOrder {
    NAME
    "Most relations first, then by name."
    DEGREE
    "By the earliest date of an article that names it or claims something about it, earliest first; without one it comes last."
    FIRST_SEEN
    "By the latest such date, latest first."
    LAST_SEEN
  }

  extend type Query {
    "All entities that pass."
    entities(
      filter: EntityFilter
      orderBy: EntityOrder = NAME
      first: Int = 20
      after: String
      last: Int
      before: String
    ): EntityConnection
      @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"], assumedSize: 20)
  }
`;
