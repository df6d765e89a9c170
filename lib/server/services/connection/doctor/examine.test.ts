import { describe, expect, test } from 'vitest';
import type { HeldKey } from '@/lib/call/answers/upstream-check';
import type { FaultRequest } from '@/lib/demo/control/faults';
import { startWorld } from './doctor.test-world';

/** The check over a demo upstream that goes wrong in one way each. */

const list = (fault: FaultRequest): FaultRequest => ({ match: { path: '/calls' }, ...fault });

test('an upstream as documented honours everything', async () => {
  const { check } = await startWorld({ calls: 2500 });
  const { findings, capabilities, answered, requests } = await check();
  expect(answered).toBe(true);
  expect(findings.filter(({ outcome }) => outcome === 'fails')).toEqual([]);
  expect(capabilities.paging).toBe('skip');
  expect(capabilities.max_limit).toBe(2000);
  expect(Object.values(capabilities.honoured)).toEqual(
    Object.keys(capabilities.honoured).map(() => true),
  );
  expect(requests.length).toBeLessThanOrEqual(40);
  expect(requests.filter(({ method }) => method !== 'GET')).toEqual([]);
});

describe('an upstream that ignores', () => {
  const KEYS: HeldKey[] = [
    'type',
    'statuses',
    'tags',
    'models',
    'ratings',
    'use_cases',
    'campaigns',
    'from',
    'to',
    'search',
    'transfer_contact_email',
    'sort',
  ];
  test('one parameter is told so, and nothing else', async () => {
    const world = await startWorld();
    for (const key of KEYS) {
      await world.control.setFaults(list({ kind: 'ignores', parameters: [key] }));
      const { findings, capabilities } = await world.check();
      const wrong = Object.entries(capabilities.honoured).filter(([, is]) => is !== true);
      expect(wrong).toEqual([[key, false]]);
      const told = findings.filter(
        ({ outcome, detail }) => outcome === 'differs' && /come from the index/.test(detail),
      );
      expect(told).toHaveLength(1);
    }
  }, 120_000);

  test('both names of paging fails', async () => {
    const world = await startWorld();
    await world.control.setFaults(list({ kind: 'ignores', parameters: ['skip', 'offset'] }));
    expect((await world.check()).told('Paging')).toMatchObject({ outcome: 'fails' });
  });
});

describe('paging', () => {
  test('under the other name is found', async () => {
    const { check } = await startWorld({ pagingParam: 'offset' });
    const { told, capabilities } = await check();
    expect(told('Paging')).toMatchObject({
      outcome: 'ok',
      detail: expect.stringMatching(/“offset”/),
    });
    expect(capabilities.paging).toBe('offset');
  });

  test('without an echo is told by the ids', async () => {
    const world = await startWorld();
    await world.control.setFaults(list({ kind: 'reshaped', without: ['offset'] }));
    const { told, capabilities } = await world.check();
    expect(told('Paging')).toMatchObject({ outcome: 'differs' });
    expect(capabilities.paging).toBe('skip');
  });
});

test('small pages are found, refused or lowered', async () => {
  const world = await startWorld();
  for (const how of ['refused', 'lowered'] as const) {
    await world.control.setFaults(list({ kind: 'small_pages', most: 200, how }));
    const { told, capabilities } = await world.check();
    expect(told('Page size')).toMatchObject({
      outcome: 'differs',
      detail: expect.stringMatching(/At most 200 /),
    });
    expect(capabilities.max_limit).toBe(200);
  }
});

test('the other order is no order', async () => {
  const world = await startWorld();
  await world.control.setFaults(list({ kind: 'wrong_order' }));
  const { told, capabilities } = await world.check();
  expect(told('Order')).toMatchObject({ outcome: 'differs' });
  expect(capabilities.honoured.sort).toBe(false);
});

test.each(['asc', 'desc'] as const)(
  'an order that is always %s is honored one way',
  async (sort) => {
    const world = await startWorld();
    const other = sort === 'asc' ? 'desc' : 'asc';
    await world.control.setFaults(
      list({ kind: 'wrong_order', match: { path: '/calls', query: `sort=${other}` } }),
    );
    const { capabilities, sorts } = await world.check();
    expect(capabilities.honoured.sort).toBe(false);
    expect(sorts).toEqual({ asc: sort === 'asc', desc: sort === 'desc' });
  },
);

// The calls go by the clock: at the first two moments the first text to search for was the name of an extracted value.
test.each(['2026-12-01T02:02:02Z', '2026-12-10T10:34:34Z', '2026-11-30T12:00:00Z'])(
  'records that are odd are no filter that is ignored, at %s',
  async (now) => {
    const world = await startWorld({ odd: true, now: Date.parse(now) });
    const { capabilities, findings } = await world.check();
    expect(Object.entries(capabilities.honoured).filter(([, is]) => is === false)).toEqual([]);
    expect(findings.filter(({ outcome }) => outcome === 'fails')).toEqual([]);
  },
);

test('a list without a count, or wrapped, is still looked through', async () => {
  const world = await startWorld();
  await world.control.setFaults(list({ kind: 'reshaped', without: ['count'] }));
  expect((await world.check()).told('Calls')).toMatchObject({ outcome: 'differs' });
  await world.control.setFaults(list({ kind: 'wrapped', name: 'data' }));
  const wrapped = await world.check();
  expect(wrapped.told('Connection')).toMatchObject({ outcome: 'differs' });
  expect(wrapped.capabilities.honoured.tags).toBe(true);
  await world.control.setFaults(list({ kind: 'bare_list' }));
  expect((await world.check()).capabilities.honoured.tags).toBe(true);
});

describe('an upstream that cannot be asked', () => {
  test.each([
    [{ kind: 'status', status: 401 }, /HAPPYROBOT_API_KEY/, true],
    [{ kind: 'status', status: 403 }, /key that may/, true],
    [{ kind: 'status', status: 404 }, /HAPPYROBOT_API_URL/, true],
    [{ kind: 'status', status: 503 }, /status 503/, false],
    [{ kind: 'status', status: 429 }, /fewer requests/, false],
    [{ kind: 'html' }, /web page/, true],
    [{ kind: 'redirect' }, /redirects/, true],
    [{ kind: 'reset' }, /connection was reset|closed/, false],
  ] as [FaultRequest, RegExp, boolean][])('%o', async (fault, detail, answered) => {
    const world = await startWorld();
    await world.control.setFaults(fault);
    const examined = await world.check();
    expect(examined.findings).toEqual([
      { subject: 'Connection', outcome: 'fails', detail: expect.stringMatching(detail) },
    ]);
    expect(examined.answered).toBe(answered);
    expect(examined.progress.at(-1)).toEqual({ done: examined.of, of: examined.of });
  });
});

test('one that refuses in the middle leaves the rest open', async () => {
  const world = await startWorld();
  const match = { query: 'tags=' };
  await world.control.setFaults({
    kind: 'status',
    status: 429,
    match,
    headers: { 'retry-after': '60' },
  });
  const { told, findings } = await world.check();
  expect(told('Filter tags')).toMatchObject({
    outcome: 'unknown',
    detail: expect.stringMatching(/fewer requests/),
  });
  expect(told('Rate limit')).toMatchObject({
    outcome: 'differs',
    detail: expect.stringMatching(/retry-after: 60/),
  });
  expect(findings.some(({ outcome }) => outcome === 'fails')).toBe(false);
});

test('an account without calls is no failure', async () => {
  const { check } = await startWorld({ calls: 0 });
  const { findings, told } = await check();
  expect(told('Calls')).toMatchObject({ outcome: 'ok' });
  expect(findings.filter(({ outcome }) => outcome === 'fails' || outcome === 'differs')).toEqual(
    [],
  );
});

test('progress is told from the first request to the last', async () => {
  const { check } = await startWorld();
  const { progress, of } = await check();
  expect(progress.map(({ done }) => done)).toEqual(Array.from({ length: of + 1 }, (_, n) => n));
});
