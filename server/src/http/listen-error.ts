/** Why the server cannot listen where it should, said so that whoever started it knows what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
  readonly code: 'PORT_IN_USE' | 'PORT_REFUSED' | 'HOST_UNKNOWN';

  constructor(code: ListenError['code'], details: { readonly message: string; readonly cause: unknown }) {
    super(details.message, { cause: details.cause });
    this.code = code;
  }
}
