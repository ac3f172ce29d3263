import { StoreError } from '../../store/store-error.ts';
import type { Store } from '../../store/store.ts';
import { answerJson } from '../answer.ts';
import { limits } from '../limits.ts';
import type { Route } from '../route.ts';

export interface HealthOptions {
  readonly store: Store;
  /** Why the server takes no work although it runs, or null when it does. */
  readonly notReady: () => string | null;
}

/** Says whether the server and its store work: for people, container health checks and load balancers. */
export function healthRoute({ store }: HealthOptions): Route {
  return {
    path: '/healthz',
    methods: ['GET', 'HEAD'],
    access: 'open',
    async handle(_request, response, { read }) {
      const state = await storeState(store);
      answerJson(response, state.failure === null ? 200 : 503, {
        status: state.failure === null ? 'ok' : 'unavailable',
        // Whoever may not read hears no more than whether it works.
        ...(read ? { store: state.product, reason: state.failure } : {}),
      });
    },
  };
}

/** Says whether work may be sent here: no while it stops. */
export function readyRoute({ store, notReady }: HealthOptions): Route {
  return {
    path: '/readyz',
    methods: ['GET', 'HEAD'],
    access: 'open',
    async handle(_request, response, { read }) {
      const reason = notReady() ?? (await storeState(store)).failure;
      answerJson(response, reason === null ? 200 : 503, {
        status: reason === null ? 'ready' : 'not ready',
        ...(read ? { reason } : {}),
      });
    },
  };
}

interface StoreState {
  readonly product: string | null;
  readonly failure: string | null;
}

/** Asks the store who it is; one that does not answer in time does not work either. */
async function storeState(store: Store): Promise<StoreState> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<StoreState>((resolve) => {
    const failure = `The store has not answered for ${limits.healthMs / 1000} seconds.`;
    timer = setTimeout(() => resolve({ product: null, failure }), limits.healthMs);
  });
  const asked = store.describe().then(
    ({ product }) => ({ product, failure: null }),
    (error: unknown) => ({
      product: null,
      failure: error instanceof StoreError ? error.message : 'The store cannot be asked.',
    }),
  );
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
