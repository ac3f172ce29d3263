import { setImmediate as nextTurn } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { prepareScript } from './prepare-script.ts';

test('others have their turn while a long script is judged', async () => {
  const line = "MERGE (n:Step {id: 'x'}) SET n += {note: 'so it was said'};\n";
  const text = line.repeat(30_000);
  let turns = 0;
  let isJudged = false;
  const judging = prepareScript({ path: 'long.cypher', file: 'long.cypher', text, notices: [] });
  void judging.then(() => (isJudged = true));
  while (!isJudged) {
    await nextTurn();
    turns += 1;
  }
  expect((await judging).data.length).toBe(30_000);
  expect(turns).toBeGreaterThan(5);
});
