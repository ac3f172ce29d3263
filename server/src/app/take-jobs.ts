import type { JobAnswer, JobsOptions } from '../http/routes/jobs.ts';
import type { LoadProgress } from '../loader/report.ts';
import { StoreError } from '../store/store-error.ts';
import { failureOf, type JobMessage } from './job-messages.ts';
import { parseJob } from './job-request.ts';
import type { Job } from './job.ts';
import { type OpenGraph, runJob } from './run-job.ts';

/** How often statements are told. Milliseconds. */
const progressMs = 50;

export interface TakeJobsOptions {
  readonly token: string;
  /** The graph, with the vocabulary as its file is now. */
  readonly graph: () => Promise<OpenGraph>;
  /** Called when a job may have changed the graph. */
  readonly onDone: () => void;
}

/** Jobs of other processes, done on this one's store. */
export interface TakenJobs extends JobsOptions {
  /** Takes no more, and rolls back those that run. */
  stop(): void;
}

export function takeJobs({ token, graph, onDone }: TakeJobsOptions): TakenJobs {
  const stopping = new AbortController();

  async function work(job: Job, { send, signal }: JobAnswer): Promise<void> {
    const tell = (message: JobMessage): Promise<void> => send(message);
    try {
      const result = await runJob(await graph(), job, {
        onProgress: progressTo(tell),
        onText: (text) => tell({ event: 'text', text }),
        signal: AbortSignal.any([signal, stopping.signal]),
      });
      await tell({ event: 'result', result });
    } catch (error) {
      if (!signal.aborted) await tell({ event: 'failure', failure: failureOf(error) });
    } finally {
      onDone();
    }
  }

  return {
    token,
    read: (asked) => {
      const job = parseJob(asked);
      return typeof job === 'string' ? job : (answer) => work(job, answer);
    },
    stop: () => stopping.abort(serverStops()),
  };
}

/** Every script is told, and of its statements as many as anybody can read. */
function progressTo(tell: (message: JobMessage) => Promise<void>): (progress: LoadProgress) => void {
  let toldAt = -Infinity;
  return (progress) => {
    const now = performance.now();
    if (progress.kind === 'statement' && now - toldAt < progressMs) return;
    toldAt = now;
    void tell({ event: 'progress', progress });
  };
}

function serverStops(): StoreError {
  return new StoreError({
    code: 'UNAVAILABLE',
    message: 'The server that has the store open is stopping.',
    hint: 'What was told as loaded is in the graph, the script at work is not. Run the command again.',
  });
}
