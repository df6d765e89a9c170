import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PROBLEM_CODES } from '@/lib/call/answers/problem';
import { createMetrics } from '@/lib/server/observability/metrics';
import { ROOT } from './steps.mjs';

const README = readFileSync(`${ROOT}README.md`, 'utf8');
/** What the tables of the README begin their rows with. */
const rows = new Set([...README.matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name));

test.each(PROBLEM_CODES)('the README says what to do about %s, once', (code) => {
  expect(rows).toContain(code);
  expect(README.match(new RegExp(`^\\| \`${code}\` `, 'gm'))).toHaveLength(1);
});

test('the README tells of every metric of ours, and of none that is not there', async () => {
  const metrics = createMetrics({ process: false });
  const text = await metrics.text({ open: true, calls: 1, rejected: 0, lag: 0 });
  const names = [...text.matchAll(/^# HELP (callscope_\w+)/gm)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(5);
  expect(
    [...rows]
      .filter((name) => name?.startsWith('callscope_') && name !== 'callscope_unreachable')
      .sort(),
  ).toEqual(names.sort());
});
