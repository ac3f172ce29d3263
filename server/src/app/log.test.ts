import { describe, expect, it } from 'vitest';

import { createLog } from './log.ts';

function written(isTTY: boolean, report: (log: ReturnType<typeof createLog>) => void): readonly string[] {
  const lines: string[] = [];
  report(createLog('info', { isTTY, write: (text: string) => lines.push(text) }));
  return lines;
}

describe('the log', () => {
  it('is sentences for people at a terminal', () => {
    const error = new Error('no such index');
    error.stack = 'Error: no such index\n    at search';
    const lines = written(true, (log) => {
      log.info({ signal: 'SIGTERM' }, 'Stopping');
      log.error({ id: '1f2e', err: error, path: ['search'] }, 'A query failed');
      log.warn({ host: '\u001B[2J\u009B' }, 'Odd\r');
      log.debug({}, 'not asked for');
    });
    expect(lines.map((line) => line.replace(/^\d\d:\d\d:\d\d /, ''))).toEqual([
      'Stopping (signal=SIGTERM)\n',
      'error: A query failed (id=1f2e, path=["search"])\nError: no such index\n    at search\n',
      'warning: Odd· (host=·[2J·)\n',
    ]);
  });

  it('is one JSON object a line for programs, whatever a text holds', () => {
    const odd = 'a\nb\u001B[2J\u009B2J\u202E\u2028';
    const [line = ''] = written(false, (log) => log.warn({ name: odd }, 'Odd'));
    expect(line.trimEnd()).not.toContain('\n');
    expect(line.trimEnd()).toMatch(/^[ -~]+$/);
    expect(JSON.parse(line)).toMatchObject({ level: 40, msg: 'Odd', name: odd });
  });
});
