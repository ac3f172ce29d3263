export const schema = /* GraphQL */ `
  enum ProblemSeverity {
    "It keeps the whole script out."
    ERROR
    "It is only told."
    WARNING
  }

  "One thing that is wrong with a script, or looks wrong: what, where, why and what to do."
  type Problem {
    "What kind of thing, such as SYNTAX, QUOTE or UNKNOWN_ID."
    code: String!
    severity: ProblemSeverity!
    message: String!
    "What to do about it."
    hint: String
    "From 1; null where the script as a whole is meant."
    line: Int
    "From 1, in UTF-16 units."
    column: Int
  }

  enum LoadOutcome {
    "It is in the graph now."
    LOADED
    "The graph holds this very text already."
    UNCHANGED
    "A dry run found nothing that would keep it out."
    CHECKED
    "It was not loaded; problems say why."
    REFUSED
  }

  input LoadScriptInput {
    "The id of an article, such as 2026-01-28-cia-annex-venezuela, whose script it then is; else any name, by which the graph knows the script when it is loaded again. Letters, digits, dots, hyphens and underscores."
    name: String!
    "The script itself: at most 4 MB, best sent as a variable. It may not delete, nor read files."
    cypher: String!
    "Do everything, tell what is wrong, and keep nothing."
    dryRun: Boolean! = false
  }

  type LoadScriptPayload {
    outcome: LoadOutcome!
    "What the load did, as changes tells it. Null where it did nothing: refused, unchanged, a dry run, or a script of schema statements alone."
    change: Change
    "Errors and warnings, in the order of the script where they have a place in it."
    problems: [Problem!]! @listSize(assumedSize: 20)
    "Notes on what was passed over or done otherwise."
    notices: [String!]! @listSize(assumedSize: 5)
  }

  "In the schema only when the server holds a write token; every request has to send it. One field a request."
  type Mutation {
    "Loads a script, whole or not at all, and as npm run load does: a changed script of an article replaces exactly what the article claimed before."
    loadScript(input: LoadScriptInput!): LoadScriptPayload @cost(weight: 50)
  }
`;
