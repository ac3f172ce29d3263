import type { Rights } from './route.ts';

/** What is known of a request to the API before it is read as GraphQL. */
export interface ApiRequest {
  readonly rights: Rights;
  /** Of its body. */
  readonly bytes: number;
}
