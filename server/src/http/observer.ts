/** What the HTTP layer tells of its work, for metrics and log. Nothing of it comes from a query's text. */
export interface Observer {
  /** A request was answered, or left by its client. */
  readonly request: (answered: AnsweredRequest) => void;
  /** A query was answered, or an event of a subscription. */
  readonly operation: (answered: AnsweredOperation) => void;
  /** How many queries run and wait now. */
  readonly admission: (now: AdmissionState) => void;
  /** How many subscriptions are open now. */
  readonly streams: (open: number) => void;
}

export interface AnsweredRequest {
  /** The path of the route as it is declared; `none` where no route took it. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

export interface AnsweredOperation {
  /** `OK`, or the code of the first error. */
  readonly outcome: string;
  readonly ms: number;
}

export interface AdmissionState {
  readonly running: number;
  readonly waiting: number;
}

export const nobody: Observer = {
  request: () => undefined,
  operation: () => undefined,
  admission: () => undefined,
  streams: () => undefined,
};
