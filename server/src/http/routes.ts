import type { Metrics } from './metrics.ts';
import type { Route } from './route.ts';
import { explorerRoute } from './routes/explorer.ts';
import { type ExportsOptions, exportsRoute } from './routes/exports.ts';
import { graphiqlRoute } from './routes/graphiql.ts';
import { graphqlRoute, type GraphqlOptions } from './routes/graphql.ts';
import { healthRoute, type HealthOptions, readyRoute } from './routes/health.ts';
import { jobsRoutes, type JobsOptions } from './routes/jobs.ts';
import { metricsRoute } from './routes/metrics.ts';

export interface RouteOptions extends GraphqlOptions, HealthOptions, ExportsOptions {
  readonly createContext: ExportsOptions['createContext'];
  /** Folder of the built explorer. */
  readonly explorerFolder: string;
  /** Null where no other process needs this one for its work: then there is no such route. */
  readonly jobs: JobsOptions | null;
  /** Null where nobody collects any. */
  readonly metrics: Metrics | null;
}

/** Everything the server serves; the first that matches a path answers. */
export function routes(options: RouteOptions): readonly Route[] {
  return [
    graphqlRoute(options),
    exportsRoute(options),
    graphiqlRoute(),
    healthRoute(options),
    readyRoute(options),
    ...(options.metrics ? [metricsRoute(options.metrics)] : []),
    ...(options.jobs ? jobsRoutes(options.jobs) : []),
    explorerRoute(options.explorerFolder),
  ];
}
