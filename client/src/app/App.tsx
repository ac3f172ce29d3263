import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';

import type { Access } from '../api/access.ts';
import type { Explorer } from '../runtime/explorer.ts';
import { ExplorerProvider } from '../runtime/hooks.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Shell } from './Shell.tsx';
import { TokenDialog } from './TokenDialog.tsx';

const tipDelayMs = 400;

interface AppProps {
  readonly explorer: Explorer;
  readonly access: Access;
}

/** The explorer. Style elements are off: the page's security policy allows style sheets of its own alone. */
export function App({ explorer, access }: AppProps) {
  return (
    <CSPProvider disableStyleElements>
      <ErrorBoundary>
        <ExplorerProvider explorer={explorer}>
          <Tooltip.Provider delay={tipDelayMs}>
            <Shell />
            <TokenDialog access={access} />
          </Tooltip.Provider>
        </ExplorerProvider>
      </ErrorBoundary>
    </CSPProvider>
  );
}
