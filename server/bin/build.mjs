import { prepare } from './prepare.mjs';
import { main, say } from './workspace.mjs';

await main(async () => {
  await prepare();
  say('Built: server/dist and client/dist are up to date.');
});
