import type { Log } from '../http/log.ts';

const everyMs = 250;
/** Longer than anybody should wait for a turn. Milliseconds. */
const lateMs = 500;

/** Logs when something kept this process so busy that nothing else had its turn; call what it gives to stop. */
export function watchEventLoop(log: Log): () => void {
  let due = performance.now() + everyMs;
  const timer = setInterval(() => {
    const late = performance.now() - due;
    if (late > lateMs) log.warn({ ms: Math.round(late) }, 'The server was too busy to answer anybody');
    due = performance.now() + everyMs;
  }, everyMs).unref();
  return () => clearInterval(timer);
}
