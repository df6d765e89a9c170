import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test('the bench of the page runs to its end and measures everything; how long it takes is not judged', async () => {
  test.setTimeout(180_000);
  const args = ['--import', 'tsx', 'lib/cli/bench/main.ts', 'page', '1000', '1', '1'];
  const bench = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [bench.stdout, bench.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  const [code] = await once(bench, 'exit');
  for (const figure of [
    'largest paint',
    'click on a facet',
    'next row',
    'open a call',
    'next call',
    'palette',
    'sort',
    'rating',
    'frame while scrolling',
  ])
    expect(printed).toMatch(new RegExp(`^${figure}, ms.* [1-9]\\d* +\\d+ +(met|MISSED)$`, 'm'));
  expect(printed).not.toMatch(/Error/);
  expect([0, 1]).toContain(code);
});
