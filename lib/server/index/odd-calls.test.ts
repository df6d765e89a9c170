import { expect, test } from 'vitest';
import { type Call, callSchema } from '@/lib/call/call';
import { openMemoryIndex } from './memory.test-index';

const NOW = '2026-11-29T09:00:00.000Z';
const LATER = '2026-11-29T10:00:00.000Z';

const aCall = (n: number, fields: object = {}): Call =>
  callSchema.parse({
    id: `call-${n}`,
    type: 'Inbound',
    status: 'Completed',
    created: '2026-11-01T00:00:00Z',
    duration: 60,
    ...fields,
  });

const odd = (...paths: string[]) => ({ callscope: { set_aside: paths.map((path) => ({ path })) } });
const seenFirst = (created: string) => ({
  created,
  callscope: { set_aside: [{ path: 'created' }], created_from: 'first_seen' },
});

test('odd fields are counted by path, with the moment they were first met', async () => {
  const store = await openMemoryIndex();
  await store.keep({ calls: [aCall(1, odd('notes.0.id')), aCall(2)], at: NOW });
  const calls = [aCall(3, odd('notes.4.id', 'notes.5.id', 'costs.voip')), aCall(4)];
  await store.keep({ calls, at: LATER });
  expect(await store.oddFields()).toEqual([
    { path: 'notes.id', calls: 2, example: 'call-3', since: NOW },
    { path: 'costs.voip', calls: 1, example: 'call-3', since: LATER },
  ]);
  await store.keep({ calls: [aCall(3)], at: '2026-11-29T11:00:00.000Z' });
  expect(await store.oddFields()).toMatchObject([{ path: 'notes.id', calls: 1 }]);
});

test('names of fields are told apart up to a number', async () => {
  const store = await openMemoryIndex();
  const calls = Array.from({ length: 400 }, (_, n) => aCall(n, odd(`extraction.field${n}x`)));
  await store.keep({ calls, at: NOW });
  const fields = await store.oddFields();
  expect(fields[0]).toMatchObject({ path: '(others)', calls: 100 });
});

test('pages name the odd fields of their calls, which are in no row', async () => {
  const store = await openMemoryIndex();
  await store.keep({ calls: [aCall(1, odd('notes.0.id')), aCall(2)], at: NOW });
  const page = await store.page({ timezone: 'UTC' });
  expect(page.odd).toEqual([{ id: 'call-1', fields: ['notes.0.id'] }]);
  for (const row of page.calls) expect(row).not.toHaveProperty('callscope');
  expect(await store.call('call-1')).toMatchObject(odd('notes.0.id'));
});

test('a call without a time keeps the one at which it was seen first', async () => {
  const store = await openMemoryIndex();
  await store.keep({ calls: [aCall(1, seenFirst(NOW)), aCall(2)], at: NOW });
  const again = await store.keep({ calls: [aCall(1, seenFirst(LATER))], at: LATER });
  expect(again).toMatchObject({ added: 0, changed: 0 });
  await store.keep({ calls: [aCall(1, { ...seenFirst(LATER), duration: 61 })], at: LATER });
  expect(await store.call('call-1')).toMatchObject({ created: NOW, duration: 61 });
  expect(await store.firstSeen(['call-1', 'call-2', 'call-3'])).toEqual(new Map([['call-1', NOW]]));
});

test('and is missing from no window of time', async () => {
  const store = await openMemoryIndex();
  await store.keep({ calls: [aCall(1, seenFirst(NOW)), aCall(2)], at: NOW });
  const ids = await store.idsBetween('2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z');
  expect(ids.map(({ id }) => id)).toEqual(['call-2']);
});

test('what could not be read and can be now is told', async () => {
  const store = await openMemoryIndex();
  const rejected = [{ id: 'call-1', problem: 'x' }, { problem: 'y' }];
  await store.keep({ calls: [], rejected, at: NOW });
  expect(await store.keep({ calls: [aCall(1), aCall(2)], at: LATER })).toEqual({
    added: 2,
    changed: 0,
    recovered: 1,
  });
  expect((await store.content()).rejected.count).toBe(1);
});

test('a call that came twice on a page was read', async () => {
  const store = await openMemoryIndex();
  const rejected = [{ id: 'call-1', problem: 'appears twice' }];
  await store.keep({ calls: [aCall(1)], rejected, at: NOW });
  expect((await store.content()).rejected.count).toBe(0);
});
