import { ensureChromium } from './chromium.mjs';
import { prepare } from './prepare.mjs';
import { runTests } from './test-run.mjs';
import { main } from './workspace.mjs';

/** Takes the pictures of docs/screenshots anew: look at them before they are committed. */
await main(async () => {
  await prepare();
  const env = { CLAIMGRAPH_TEST_CHROMIUM: await ensureChromium() };
  const { failed } = await runTests({ project: 'screenshots', filters: [], env });
  return failed > 0 ? 1 : 0;
});
