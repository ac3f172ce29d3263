import { expect, test, vi } from 'vitest';

import { firstEvent } from './event-stream.ts';

function streamOf(...chunks: readonly string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
    },
  });
}

test('an event is met wherever the network cuts it', async () => {
  const cut = streamOf(':\n\n:\n\nevent: ne', 'xt\ndata: {"a":1}\n', '\n');
  await expect(firstEvent(cut)).resolves.toBeUndefined();
  await expect(firstEvent(streamOf(':\n', '\nevent: complete\ndata:\n\n'))).resolves.toBeUndefined();
});

test('a connection without an event is waited for, and given up when it has been silent for too long', async () => {
  vi.useFakeTimers();
  try {
    const reading = firstEvent(streamOf(':\n\n', 'event: next\n', ':\n\n')).catch(String);
    await vi.advanceTimersByTimeAsync(41_000);
    expect(await reading).toContain('silent');
  } finally {
    vi.useRealTimers();
  }
});
