const key = 'claimgraph.token';

/** What the user is asked: for a token, or for another one than the server refused. */
type TokenQuestion = 'missing' | 'refused';

/** The token that the server may ask for: the user gives it once, and the browser keeps it until the tab is closed. */
export class Access {
  #token = stored();
  #question: TokenQuestion | null = null;
  #given = new AbortController();
  readonly #listeners = new Set<() => void>();

  /** Null as long as the server asked for none. */
  get token(): string | null {
    return this.#token;
  }

  /** What the user is asked now, if anything. */
  readonly question = (): TokenQuestion | null => this.#question;

  /** Calls back whenever the question changes; gives the way to end that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes the user's answer; what no token looks like is as good as refused. */
  give(text: string): void {
    const token = text.trim();
    if (!/^[\w.~+/=-]+$/.test(token)) return this.#ask('refused');
    this.#token = token;
    store(token);
    this.#ask(null);
    this.#given.abort();
    this.#given = new AbortController();
  }

  /** Resolves as soon as there is another token than the one that the server refused, or the asker gives up. */
  async renewed(refused: string | null, signal: AbortSignal): Promise<void> {
    if (this.#token !== refused) return;
    this.#ask(refused === null ? 'missing' : 'refused');
    const either = AbortSignal.any([this.#given.signal, signal]);
    if (either.aborted) return;
    await new Promise<void>((resolve) => {
      either.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  #ask(question: TokenQuestion | null): void {
    this.#question = question;
    for (const listener of this.#listeners) listener();
  }
}

function stored(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(token: string): void {
  try {
    sessionStorage.setItem(key, token);
  } catch {
    // Storage may be absent, full or forbidden: the token then ends with the page.
  }
}
