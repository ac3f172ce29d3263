import type { JobAnswer, JobsOptions } from '../http/routes/jobs.ts';
import { StoreError } from '../store/store-error.ts';
import { failureOf, type JobMessage } from './job-messages.ts';
import { type JobRequest, parseRequest, parseStop } from './job-request.ts';
import { type OpenGraph, runJob } from './run-job.ts';

export interface TakeJobsOptions {
  readonly token: string;
  /** The graph, with the vocabulary as its file is now. */
  readonly graph: () => Promise<OpenGraph>;
  /** Called when a job may have changed the graph, and waited for before its giver is told. */
  readonly onDone: () => Promise<void>;
}

/** Jobs of other processes, done on this one's store. */
export interface TakenJobs extends JobsOptions {
  /** Ends all that run, in order. */
  stopAll(): void;
}

export function takeJobs({ token, graph, onDone }: TakeJobsOptions): TakenJobs {
  const running = new Map<string, AbortController>();

  async function work({ id, job }: JobRequest, { send, signal }: JobAnswer): Promise<void> {
    const tell = (message: JobMessage): Promise<void> => send(message);
    let ending: JobMessage;
    const stopping = new AbortController();
    running.set(id, stopping);
    try {
      const result = await runJob(await graph(), job, {
        onProgress: (progress) => void tell({ event: 'progress', progress }),
        onText: (text) => tell({ event: 'text', text }),
        signal: AbortSignal.any([signal, stopping.signal]),
      });
      // Not as if its giver had stopped it.
      if (stopping.signal.reason instanceof StoreError) throw stopping.signal.reason;
      ending = { event: 'result', result };
    } catch (error) {
      ending = { event: 'failure', failure: failureOf(error) };
    }
    running.delete(id);
    await onDone();
    await tell(ending);
  }

  return {
    token,
    read: (asked) => {
      const request = parseRequest(asked);
      return typeof request === 'string' ? request : (answer) => work(request, answer);
    },
    stop: (asked) => running.get(parseStop(asked) ?? '')?.abort(),
    stopAll: () => {
      for (const stopping of running.values()) stopping.abort(serverStops());
    },
  };
}

function serverStops(): StoreError {
  return new StoreError({
    code: 'UNAVAILABLE',
    message: 'The server that has the store open is stopping.',
    hint: 'What was told as loaded is in the graph, the script at work is not. Run the command again.',
  });
}
