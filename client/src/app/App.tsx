import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';

import type { Explorer } from '../runtime/explorer.ts';
import { ExplorerProvider } from '../runtime/hooks.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Shell } from './Shell.tsx';

const tipDelayMs = 400;

/** The explorer. Style elements are off: the page's security policy allows style sheets of its own alone. */
export function App({ explorer }: { readonly explorer: Explorer }) {
  return (
    <CSPProvider disableStyleElements>
      <ErrorBoundary>
        <ExplorerProvider explorer={explorer}>
          <Tooltip.Provider delay={tipDelayMs}>
            <Shell />
          </Tooltip.Provider>
        </ExplorerProvider>
      </ErrorBoundary>
    </CSPProvider>
  );
}
