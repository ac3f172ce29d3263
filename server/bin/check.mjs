import { runChecks } from './checks.mjs';
import { prepare } from './prepare.mjs';
import { main, say } from './workspace.mjs';

await main(async () => {
  await prepare({ build: false });
  const results = await runChecks({ withArchitecture: true });
  for (const { name, ok, output } of results) {
    say(`${ok ? 'ok    ' : 'FAILED'}  ${name}`);
    if (!ok) say(`\n${output.trim()}\n`);
  }
  const failed = results.filter(({ ok }) => !ok).length;
  say(failed === 0 ? 'All checks passed.' : `${failed} of ${results.length} checks failed.`);
  return failed === 0 ? 0 : 1;
});
