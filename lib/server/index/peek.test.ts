import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openIndex } from './open';
import { peekAtIndex } from './peek';

const account = ['https://app.happyrobot.ai/api/v1', '', 'key'];

function options() {
  const dataDir = mkdtempSync(join(tmpdir(), 'callscope-peek-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return { dataDir, demo: false, account };
}

const ignored = { onRebuilt: () => undefined, onSetAside: () => undefined };

const call = (n: number) => ({
  id: n.toString(16).padStart(24, '0'),
  type: 'Inbound',
  status: 'Completed',
  created: new Date(Date.UTC(2026, 10, n)).toISOString(),
});

test('a look at an index counts its calls and changes nothing', async () => {
  const asked = options();
  expect(await peekAtIndex(asked)).toEqual({ reason: 'There is no index yet.' });
  const store = await openIndex({ ...asked, ...ignored });
  const state = { sync: { backfill: null } };
  await store.keep({ calls: [1, 2, 3, 4].map(call), at: '2026-11-10T00:00:00Z', state });
  await store.close();

  const peek = await peekAtIndex(asked);
  expect(peek).toMatchObject({ indexed: 4, complete: true });
  if ('reason' in peek) return expect.unreachable();
  expect(await peek.callsBetween(Date.UTC(2026, 10, 2), Date.UTC(2026, 10, 4))).toBe(2);

  const other = await peekAtIndex({ ...asked, account: ['another'] });
  expect(other).toEqual({ reason: 'The index is of another account.' });
  const again = await openIndex({ ...asked, ...ignored });
  expect((await again.content()).indexed).toBe(4);
  await again.close();
});
