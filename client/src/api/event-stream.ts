/** Longest silence of a stream that lives: the server sends a sign of life every 12 seconds. Milliseconds. */
const longestSilence = 40_000;

/**
 * Resolves when a stream of server-sent events brings its first event, be it that it is complete, or ends.
 * Rejects when the connection breaks, or is silent for longer than a living one is.
 */
export async function firstEvent(body: ReadableStream<Uint8Array>): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    while (!/^event: [^]*\n\n/m.test(text)) {
      const { done, value } = await withinSilence(reader.read());
      if (done) return;
      // Comments, the signs of life, are forgotten as they come.
      text = (text + decoder.decode(value, { stream: true })).replaceAll(/^:.*\n\n/gm, '');
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function withinSilence<Value>(work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The connection is silent.')), longestSilence);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}
