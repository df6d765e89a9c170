import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Call } from '@/lib/call/call';
import { AS_DOCUMENTED, createDeviatingSource, type Deviation } from './deviating.test-source';
import { aCall, createFakeClock, NOW, someCalls } from './fake.test-world';
import { createMemoryStore } from './memory.test-store';
import { createSync } from './sync';
import { idsOf, indexed } from './sync.test-setup';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SETTINGS = {
  newMs: 30 * MINUTE,
  dayMs: 3 * HOUR,
  weekMs: 12 * HOUR,
  allHour: 15,
  share: 1,
  transcripts: false,
};
const quiet = { info: () => undefined, warn: () => undefined };

/** A sync over an upstream that deviates; it is stopped when `run` is done. */
async function withSync<T>(
  calls: Call[],
  deviation: Partial<Deviation>,
  run: (world: ReturnType<typeof begin>) => Promise<T>,
): Promise<T> {
  const world = begin(calls, { ...AS_DOCUMENTED, ...deviation });
  try {
    return await run(world);
  } finally {
    await world.sync.stop();
  }
}

function begin(calls: Call[], deviation: Deviation) {
  const clock = createFakeClock();
  const source = createDeviatingSource([...calls], deviation, clock);
  const store = createMemoryStore();
  const random = () => 1;
  const sync = createSync({ store, source, log: quiet, clock, random, settings: SETTINGS });
  sync.start();
  return { clock, source, store, sync };
}

const kinds: [string, Partial<Deviation>][] = [
  ['from is ignored', { from: 'ignored' }],
  ['to is ignored', { to: 'ignored' }],
  ['from and to are ignored', { from: 'ignored', to: 'ignored' }],
  ['from is refused', { from: 'refused' }],
  ['to is refused', { to: 'refused' }],
  ['from and to are refused', { from: 'refused', to: 'refused' }],
  ['from and to are refused, pages are cut', { from: 'refused', to: 'refused', largest: 100 }],
  ['both ends are exclusive', { from: 'exclusive', to: 'exclusive' }],
  ['bounds are looked at by the second', { coarse: true }],
  ['single calls are out of order', { order: 'some' }],
  ['the oldest come first', { order: 'oldest' }],
  ['there is no order', { order: 'any' }],
  ['there is neither order nor range', { order: 'any', from: 'ignored', to: 'ignored' }],
  ['pages are cut without a word', { largest: 37 }],
  ['the count is that of the page', { count: 'of the page' }],
  ['the count is that of a page cut without a word', { count: 'of the page', largest: 37 }],
  ['the count is that of the account', { count: 'of everything' }],
  ['the count is too small', { count: 'too small', largest: 37 }],
  ['the count is zero', { count: 'zero', largest: 37 }],
  ['there is no count', { count: 'none' }],
  ['there is no count and pages are cut without a word', { count: 'none', largest: 37 }],
  ['only the first page can be had', { paging: 'ignored', largest: 37 }],
];

describe('everything is read, and soon enough, when', () => {
  it.each(kinds)('%s', async (_, deviation) => {
    await withSync(
      someCalls(700, 7 * MINUTE),
      deviation,
      async ({ clock, source, store, sync }) => {
        await clock.advance(2 * MINUTE);
        expect(indexed(store)).toEqual(idsOf(source.calls));
        expect(sync.status()).toMatchObject({ state: 'idle', indexed: 700 });
        expect(sync.coverage().complete).toBe(true);
        expect(source.asked).toBeLessThan(400);
      },
    );
  });
});

describe('what comes later is found, and nothing is lost, when', () => {
  it.each(kinds)('%s', async (_, deviation) => {
    await withSync(someCalls(300, 20 * MINUTE), deviation, async ({ clock, source, store }) => {
      await clock.advance(2 * MINUTE);
      source.calls.push(...Array.from({ length: 60 }, (_, n) => aCall(5_000 + n, clock.now() + n)));
      await clock.advance(50 * HOUR);
      expect(indexed(store)).toEqual(idsOf(source.calls));
    });
  });
});

describe('how many calls there are in all', () => {
  const counts: [number, Deviation['count'], number, number | null][] = [
    [600, 'none', 100, null],
    [600, 'none', 2_000, null],
    [60, 'none', 2_000, null],
    [600, 'of the page', 100, null],
    [600, 'too small', 2_000, null],
    [600, 'zero', 2_000, null],
    [600, 'right', 2_000, 600],
    [101, 'right', 2_000, 101],
    [100, 'right', 2_000, 100],
    [3, 'right', 2_000, 3],
    [2, 'right', 2_000, 2],
    [1, 'right', 2_000, 1],
    [0, 'right', 2_000, 0],
  ];

  it.each(counts)(
    '%i, the count %s, in pages of %i: told as %s, also after a restart',
    async (...given) => {
      const [size, count, largest, told] = given;
      const deviation = { count, largest };
      await withSync(someCalls(size, MINUTE), deviation, async ({ clock, store, source, sync }) => {
        await clock.advance(MINUTE);
        expect(sync.status()).toMatchObject({ state: 'idle', indexed: size, upstream_count: told });
        expect(sync.status().progress).toBeNull();
        expect(sync.coverage().upstream_count).toBe(told);
        await sync.stop();
        const settings = { ...SETTINGS, newMs: MINUTE, dayMs: MINUTE };
        const next = createSync({ store, source, log: quiet, clock, random: () => 1, settings });
        next.start();
        await clock.advance(2 * MINUTE);
        expect(next.status()).toMatchObject({ upstream_count: told, missing: 0 });
        await next.stop();
      });
    },
  );
});

it('refused bounds are tried again each night, and not with every question', async () => {
  const deviation: Deviation = { ...AS_DOCUMENTED, from: 'refused', to: 'refused' };
  const calls = someCalls(700, 7 * MINUTE);
  await withSync(calls, deviation, async ({ clock, source }) => {
    await clock.advance(2 * MINUTE);
    const page = source.page;
    let refusals = 0;
    source.page = (query, signal) => {
      if (query.from !== null || query.to !== null) refusals += 1;
      return page(query, signal);
    };
    await clock.advance(48 * HOUR);
    expect(refusals).toBe(2);
  });
});

it('ends with what the world has, however it deviates and whatever changes meanwhile', async () => {
  const deviation = fc.record<Deviation>({
    from: fc.constantFrom('inclusive', 'exclusive', 'ignored', 'refused'),
    to: fc.constantFrom('inclusive', 'exclusive', 'ignored', 'refused'),
    coarse: fc.boolean(),
    order: fc.constantFrom('newest', 'some', 'oldest', 'any'),
    paging: fc.constant('works'),
    largest: fc.constantFrom(7, 20, 100, 2_000),
    count: fc.constantFrom('right', 'of the page', 'of everything', 'too small', 'zero', 'none'),
  });
  const scenario = fc.record({
    deviation,
    // Some close together, some ties, some far apart.
    times: fc.array(fc.oneof(fc.nat(50), fc.nat(5_000), fc.nat(400 * HOUR)), { maxLength: 120 }),
    arrivals: fc.array(fc.record({ at: fc.nat(40), ms: fc.nat(60 * HOUR) }), { maxLength: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(scenario, async ({ deviation, times, arrivals }) => {
      const calls = times.map((ms, n) => aCall(n + 1, NOW - 1_000 - ms));
      await withSync(calls, deviation, async ({ clock, source, store, sync }) => {
        source.before = () => {
          for (const [n, { at, ms }] of arrivals.entries())
            if (at === source.asked) source.calls.push(aCall(10_000 + n, clock.now() - ms));
        };
        await clock.advance(50 * HOUR);
        expect(indexed(store)).toEqual(idsOf(source.calls));
        expect(sync.status().state).toBe('idle');
      });
    }),
    { numRuns: 40 },
  );
}, 120_000);
