export const schema = /* GraphQL */ `
  "Which of its two times a claim is counted by."
  enum Clock {
    "When it was true, as the claim itself says."
    VALID
    "When its article was published."
    PUBLISHED
  }

  enum TimeUnit {
    DAY
    "From Monday to Sunday (ISO 8601)."
    WEEK
    MONTH
    QUARTER
    YEAR
  }

  """
  Claims by time. A date is the whole interval that it names, so a claim of 2026 counts in every month of it.
  One that has only a beginning or only an end counts where that lies. Where the filter gives a period of the
  same clock, what reaches beyond it is cut to it.
  """
  type Timeline {
    "Without gaps from the first that has a claim to the last, empty ones between them included; at most 1,000."
    buckets: [Bucket!]! @listSize(assumedSize: 60)
    "Claims without a date that can be read. They are in no bucket."
    undated: Int!
    "Claims that count in several buckets."
    spanning: Int!
    "All claims that pass, dated or not."
    totalClaims: Int!
  }

  type Bucket {
    "Its first day."
    start: PartialDate!
    "Its last day."
    end: PartialDate!
    count: Int!
    statusCounts: [StatusCount!]! @listSize(assumedSize: 4)
  }

  extend type Query {
    "about: claims with one of these entities at an end. What an entity said is filter.attributedTo."
    timeline(about: [ID!], filter: ClaimFilter, clock: Clock = VALID, unit: TimeUnit = MONTH): Timeline
      @cost(weight: 20)
  }
`;
