import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversations } from '@/lib/call/answers/conversations-responses';
import type { Call } from '@/lib/call/call';
import { ASKED_MEASURES } from '@/lib/call/conversation/keys';
import type { Transcript } from '@/lib/call/transcript/transcript';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import type { IndexQuery, IndexStore } from '@/lib/server/index/store';

const NOW = '2026-11-05T12:00:00.000Z';
const FIRST = Date.parse('2026-10-20T00:00:00Z');
const zone = 'America/Chicago';

/** Around the end of daylight saving time; every fifth call has no transcript, every third one without times. */
const calls = Array.from(
  { length: 150 },
  (_, at): Call => ({
    id: at.toString(16).padStart(24, 'b'),
    created: new Date(FIRST + at * 9_000_000).toISOString(),
    type: 'Inbound',
    status: at % 2 === 0 ? 'Completed' : 'Transferred',
    duration: 60,
    use_case: {
      id: `u${at % 24}`,
      name: at % 24 < 2 ? 'Same name' : `Case ${at % 24}`,
      model: 'm',
    },
    agent: at % 7 === 0 ? null : { id: `g${at % 3}`, name: `Agent ${at % 3}` },
  }),
);
const transcriptOf = (at: number): Transcript => {
  const wait = 0.25 * (at % 9);
  const timed = (start: number, end: number) =>
    at % 3 === 0 ? { start: null, end: null } : { start, end };
  return {
    odd: [],
    messages: [
      { role: 'user', content: 'Hi', ...timed(1, 2 + (at % 5)) },
      { role: 'assistant', content: 'Hello', ...timed(2 + (at % 5) + wait, 9 + wait) },
    ],
  };
};
const hasTranscript = (at: number) => at % 5 !== 0;

const everything: IndexQuery = { timezone: zone };
let store: IndexStore;
beforeAll(async () => {
  store = await openMemoryIndex();
  await store.keep({ calls, at: NOW });
  const places = new Map(calls.map(({ id }, at) => [id, at]));
  const due = await store.dueTranscripts(Date.parse(NOW), 1000, []);
  await store.keepTranscripts(
    due.map((of) => {
      const at = places.get(of.id) ?? 0;
      return { of, transcript: hasTranscript(at) ? transcriptOf(at) : null, again: null };
    }),
  );
});
afterAll(() => store.close());

/** How some calls went, worked out from the measures of each. */
async function expected(some: readonly Call[]): Promise<Conversations> {
  const known = await store.measures(some.map(({ id }) => id));
  const spread = (key: (typeof ASKED_MEASURES)[number]) => {
    const values = [...known.values()].flatMap((each) => each[key] ?? []).sort((a, b) => a - b);
    const rank = (part: number) => values[Math.ceil(part * values.length) - 1] ?? null;
    const sum = values.reduce((all, value) => all + value, 0);
    // Sums of fractions differ by their order.
    const mean = values.length === 0 ? null : expect.closeTo(sum / values.length, 5);
    return { calls: values.length, mean, median: rank(0.5), p95: rank(0.95) };
  };
  return {
    calls: some.length,
    measured: known.size,
    measures: {
      talk_share: spread('talk_share'),
      silence: spread('silence'),
      interruptions: spread('interruptions'),
      response_time: spread('response_time'),
      tool_errors: spread('tool_errors'),
    },
  };
}

const ask = (query: Partial<IndexQuery> = {}, interval: 'hour' | 'day' | 'week' = 'day') =>
  store.conversations({ ...everything, ...query, interval, group_by: 'use_case', now: NOW });

describe('how conversations went', () => {
  it('in all', async () => {
    const { totals } = await ask();
    expect(totals).toEqual(await expected(calls));
    expect([totals.calls, totals.measured]).toEqual([150, 120]);
    expect(totals.measures.silence.calls).toBeLessThan(totals.measured);
  });

  it.each(['hour', 'day', 'week'] as const)('by %s, in buckets of the zone', async (interval) => {
    const { series, totals } = await ask({}, interval);
    let counted = 0;
    for (const { start, end, partial, ...told } of series) {
      const inside = calls.filter(({ created }) => {
        const at = Date.parse(created);
        return at >= Date.parse(start) && at < Date.parse(end);
      });
      counted += inside.length;
      expect(told).toEqual(await expected(inside));
    }
    expect(counted).toBe(totals.calls);
  });

  it('by group, the largest and the others, and names apart', async () => {
    const { groups } = await ask();
    expect(groups).toHaveLength(21);
    const named = groups.flatMap(({ key }) => key ?? []);
    for (const { key, label, ...told } of groups) {
      const members = calls.filter(({ use_case }) =>
        key === null ? !named.includes(use_case?.id ?? '') : use_case?.id === key,
      );
      expect(told).toEqual(await expected(members));
    }
    expect(new Set(groups.map(({ label }) => label)).size).toBe(groups.length);
  });

  it('each mark leads to as many calls as it counts', async () => {
    const { histograms, totals } = await ask({ statuses: ['Completed'] });
    for (const key of ASKED_MEASURES) {
      const count = async (bounds: Partial<IndexQuery>) =>
        (await store.page({ ...everything, statuses: ['Completed'], ...bounds })).count;
      expect(await count({ [`min_${key}`]: 0 })).toBe(totals.measures[key].calls);
      expect(histograms[key].reduce((sum, bar) => sum + bar.count, 0)).toBe(
        totals.measures[key].calls,
      );
    }
  });

  it('knows nothing where nothing matches, and of no call', async () => {
    const { totals, groups } = await ask({ statuses: ['Unheard of'] });
    expect(totals).toEqual(await expected([]));
    expect(groups).toEqual([]);
    const empty = await openMemoryIndex();
    const answer = await empty.conversations({
      ...everything,
      interval: 'day',
      group_by: 'agent',
      now: NOW,
    });
    expect(answer).toMatchObject({ series: [], groups: [], range: { from: null, to: null } });
    await empty.close();
  });
});
