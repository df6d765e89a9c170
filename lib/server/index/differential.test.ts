import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Call } from '@/lib/call/call';
import { LIST_FILTER_KEYS } from '@/lib/call/query/filters';
import { needsIndex } from '@/lib/call/query/needs-index';
import { type DemoUpstream, startDemoUpstream } from '@/lib/demo/server';
import { createUpstream } from '@/lib/server/upstream/classic/classic';
import type { Upstream, UpstreamQuery } from '@/lib/server/upstream/port/upstream';
import { openMemoryIndex } from './memory.test-index';
import { valuesOf } from './model.test-model';
import type { IndexStore } from './store';

/** The index held to the upstream itself, over HTTP: whatever both can be asked they answer alike. */

const KEY = 'key-of-the-differential-test';
const COUNT = 3000;
const UPSTREAM_LISTS = LIST_FILTER_KEYS.slice(0, 6);

let demo: DemoUpstream;
let upstream: Upstream;
let store: IndexStore;
const calls: Call[] = [];

beforeAll(async () => {
  const silent = { debug() {}, info() {}, warn() {} };
  demo = await startDemoUpstream({ apiKey: KEY, calls: COUNT, now: Date.UTC(2026, 10, 20, 12) });
  upstream = createUpstream({ baseUrl: demo.url, apiKey: KEY, log: silent });
  store = await openMemoryIndex();
  for (let offset = 0; offset < COUNT; offset += 1000) {
    const page = await upstream.listCalls({ limit: 1000, offset });
    await store.keep({ calls: page.calls, at: '2026-11-20T12:00:00Z' });
    calls.push(...page.calls);
  }
});

afterAll(async () => {
  await Promise.all([upstream.close(), store.close()]);
  await demo.close();
});

const sometimes = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 });

/** Values that calls have, in the frequency in which they have them. */
function seenValue(key: (typeof UPSTREAM_LISTS)[number]) {
  return fc
    .nat(COUNT - 1)
    .map((at) => valuesOf(calls[at] ?? calls[0] ?? never(), key)[0] ?? 'nothing has this');
}

function never(): never {
  throw new Error('There are no calls.');
}

test('hundreds of random questions have the same ids, order and count', async () => {
  const instant = fc.nat(COUNT - 1).map((at) => calls[at]?.created ?? '');
  const lists = Object.fromEntries(
    UPSTREAM_LISTS.map((key) => [
      key,
      fc.option(fc.uniqueArray(seenValue(key), { minLength: 1, maxLength: 3 }), {
        nil: undefined,
        freq: 1,
      }),
    ]),
  );
  const question = fc
    .record({
      ...lists,
      type: sometimes(fc.constantFrom('Inbound' as const, 'Outbound' as const)),
      from: sometimes(instant),
      to: sometimes(instant),
      search: sometimes(fc.constantFrom('dallas', 'TX', '312', '<', 'é', '884213', '%', '_')),
      transfer_contact_email: sometimes(
        fc
          .nat(COUNT - 1)
          .map((at) => calls[at]?.transfer_contact_email?.toUpperCase() ?? 'nobody@x.example'),
      ),
      sort: sometimes(fc.constantFrom('asc' as const, 'desc' as const)),
      limit: fc.constantFrom(1, 50, 333),
      offset: fc.constantFrom(0, 0, 1, 40),
    })
    .map((made) => onlyOneOrTwo(made as UpstreamQuery))
    .filter((made) => !needsIndex(made));
  let matched = 0;
  await fc.assert(
    fc.asyncProperty(question, async (asked) => {
      const [live, indexed] = await Promise.all([
        upstream.listCalls(asked),
        store.page({ ...asked, timezone: 'UTC' }),
      ]);
      expect(indexed.calls.map(({ id }) => id)).toEqual(live.calls.map(({ id }) => id));
      expect(indexed.count).toBe(live.count);
      matched += live.count > 0 ? 1 : 0;
    }),
    { numRuns: 300, seed: 11 },
  );
  // Questions that nothing answers would prove little.
  expect(matched).toBeGreaterThan(100);
});

/** Of many conditions a few are kept, or nothing would ever match. */
function onlyOneOrTwo(query: UpstreamQuery): UpstreamQuery {
  const { sort, limit, offset, ...conditions } = query;
  const kept = Object.entries(conditions)
    .filter(([, value]) => value !== undefined)
    .slice(0, 2);
  return { ...Object.fromEntries(kept), sort, limit, offset };
}

test('a call is remembered as it was shown', async () => {
  const at = [0, 17, 999, 2500];
  for (const { id } of at.flatMap((index) => calls[index] ?? [])) {
    const whole = await upstream.getCall(id);
    await store.keep({ calls: [whole], at: '2026-11-20T13:00:00Z' });
    expect(await store.call(id)).toEqual(whole);
  }
});
