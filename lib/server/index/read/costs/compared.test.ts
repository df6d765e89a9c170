import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Call, callSchema } from '@/lib/call/call';
import { paired } from '@/lib/call/costs/periods/pairing';
import { RELATIVE_RANGES } from '@/lib/call/query/ranges';
import { INTERVALS } from '@/lib/call/query/routes/costs-query';
import { OWNER } from '@/lib/server/auth/person.test-person';
import { holdIndex } from '@/lib/server/index/index-handle';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import { createIndexAnswers } from '@/lib/server/services/calls/index-answers';

const DAY = 86_400_000;
const NOW = new Date('2026-11-29T13:23:00.000Z');
const FIRST = Date.UTC(2026, 4, 3, 5, 17);
const ZONES = ['UTC', 'America/Chicago', 'Asia/Kathmandu'] as const;

/** Dearer every month, but for October: so September and October cannot be taken for each other. */
const PRICES: Record<number, number> = { 4: 1, 5: 2, 6: 3, 7: 4, 8: 8, 9: 5, 10: 7 };

function calls(): Call[] {
  const made: Call[] = [];
  for (let at = FIRST, n = 0; at <= NOW.getTime(); at += 5 * 3_600_000 + 37 * 60_000, n += 1) {
    const month = new Date(at).getUTCMonth();
    made.push(
      callSchema.parse({
        id: `65a1b2c3d4e5f60718${n.toString(16).padStart(6, '0')}`,
        type: 'Inbound',
        status: 'Completed',
        created: new Date(at).toISOString(),
        ...(n % 7 > 0 && { costs: { total_costs: (PRICES[month] ?? 1) + (n % 5) / 1000 } }),
      }),
    );
  }
  return made;
}

const all = calls();
const index = holdIndex(openMemoryIndex, () => undefined);
const answers = createIndexAnswers({
  index,
  campaignLabels: async () => new Map(),
  meta: async () => ({
    source: 'index',
    as_of: null,
    coverage: {
      from: new Date(FIRST).toISOString(),
      to: NOW.toISOString(),
      complete: true,
      indexed: all.length,
      upstream_count: all.length,
      unreadable: 0,
    },
  }),
  now: () => NOW,
});

beforeAll(async () => {
  await (await index.store()).keep({ calls: all, at: NOW.toISOString() });
});
afterAll(() => index.close());

/** Calls and millionths, added up one by one. */
function modelOf(from: string, to: string) {
  const within = all.filter(
    ({ created }) =>
      Date.parse(created) >= Date.parse(from) && Date.parse(created) <= Date.parse(to),
  );
  const micros = within.map(({ costs }) => Math.round((costs?.total_costs ?? 0) * 1e6));
  return { calls: within.length, micros: micros.reduce((sum, each) => sum + each, 0) };
}

const told = (sums: { calls: number; total: number } | null) =>
  sums && { calls: sums.calls, micros: Math.round(sums.total * 1e6) };

describe('what is compared, on the engine', () => {
  it.each(ZONES)(
    'last month in %s is October against September, to the millionth',
    async (timezone) => {
      const { totals, previous } = await answers.costs(
        { from: 'last-month', timezone, compare: 'previous' },
        { who: OWNER },
      );
      const local = { UTC: '+00:00', 'America/Chicago': '-05:00', 'Asia/Kathmandu': '+05:45' }[
        timezone
      ];
      const october = modelOf(`2026-10-01T00:00:00${local}`, `2026-10-31T23:59:59.999${local}`);
      const september = modelOf(`2026-09-01T00:00:00${local}`, `2026-09-30T23:59:59.999${local}`);
      expect(told(totals)).toEqual(october);
      expect(told(previous)).toEqual(september);
      // It cost less, by more than a third: thirty days before would not say so.
      expect(totals.total / (previous?.total ?? 0)).toBeLessThan(0.67);
    },
  );

  it('every range adds up, drawn and in all, and none reaches into what is not known', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...RELATIVE_RANGES),
        fc.constantFrom(...ZONES),
        fc.constantFrom(...INTERVALS),
        fc.constantFrom('previous' as const, 'year' as const),
        async (from, timezone, interval, compare) => {
          fc.pre(interval !== 'hour' || !['this-year', 'last-12-months'].includes(from));
          const answer = await answers.costs({ from, timezone, interval, compare }, { who: OWNER });
          const { totals, previous, periods, series, previous_series } = answer;
          expect(periods.previous).not.toBeNull();
          if (!periods.previous || !periods.current.from || !periods.current.to) return;
          const isKnown = Date.parse(periods.previous.from) >= FIRST;
          expect(periods.previous.known_from === null).toBe(isKnown);
          expect(previous !== null).toBe(isKnown);
          expect(Date.parse(periods.previous.to)).toBeLessThan(Date.parse(periods.current.from));
          expect(told(totals)).toEqual(modelOf(periods.current.from, periods.current.to));
          if (isKnown)
            expect(told(previous)).toEqual(modelOf(periods.previous.from, periods.previous.to));
          const starts = { current: periods.current.from, previous: periods.previous.from };
          const pairs = paired(series, previous_series, interval, starts, timezone);
          const micros = (side: 'current' | 'before') =>
            pairs.reduce((sum, pair) => sum + Math.round((pair[side]?.total ?? 0) * 1e6), 0);
          expect(micros('current')).toBe(told(totals)?.micros);
          expect(micros('before')).toBe(told(previous)?.micros ?? 0);
        },
      ),
      { numRuns: 120 },
    ));

  it('knows a day from the oldest call on, and not from before it', async () => {
    const asked = (from: number) =>
      answers.costs(
        {
          from: new Date(from + 10 * DAY).toISOString(),
          to: new Date(from + 20 * DAY - 1).toISOString(),
          compare: 'previous',
        },
        { who: OWNER },
      );
    expect((await asked(FIRST)).previous?.calls).toBeGreaterThan(0);
    const early = await asked(FIRST - 1);
    expect(early.previous).toBeNull();
    expect(early.periods.previous?.known_from).toBe(new Date(FIRST).toISOString());
  });
});
