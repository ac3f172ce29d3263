import { answer } from '../answer.ts';
import type { Metrics } from '../metrics.ts';
import type { Route } from '../route.ts';

/** Figures for Prometheus. They tell how large the graph is and what is asked, so they are guarded like it. */
export function metricsRoute(metrics: Pick<Metrics, 'contentType' | 'text'>): Route {
  return {
    path: '/metrics',
    methods: ['GET', 'HEAD'],
    access: 'read',
    async handle(_request, response) {
      answer(response, 200, { type: metrics.contentType, body: await metrics.text() });
    },
  };
}
