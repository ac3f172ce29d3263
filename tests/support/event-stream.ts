/** A subscription over HTTP, read event by event. */
export interface EventStream {
  readonly status: number;
  /** The data of the next event; comments are passed over. Null when the server has ended the stream. */
  next(): Promise<unknown>;
  close(): void;
}

/** Subscribes as a browser's EventSource does. */
export async function subscribe(
  url: string,
  document: string,
  variables: Record<string, unknown> = {},
): Promise<EventStream> {
  const leaving = new AbortController();
  const asked = new URLSearchParams({ query: document, variables: JSON.stringify(variables) });
  const response = await fetch(`${url}/graphql?${asked}`, {
    headers: { Accept: 'text/event-stream' },
    signal: leaving.signal,
  });
  const events = eventsOf(response);
  return {
    status: response.status,
    next: async () => (await events.next()).value ?? null,
    close: () => leaving.abort(),
  };
}

/** Holds the response, not its body alone: fetch ends a body that nobody reads yet once its response is collected. */
async function* eventsOf(response: Response): AsyncGenerator<unknown, null> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of response.body ?? []) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const [, data] = /^event: next\ndata: (.*)$/s.exec(part) ?? [];
      if (data !== undefined) yield (JSON.parse(data) as { data: unknown }).data;
    }
  }
  return null;
}
