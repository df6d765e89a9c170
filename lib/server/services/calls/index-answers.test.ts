import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageOf, indexMeta } from '@/lib/call/answers/answers.test-maker';
import {
  type Coverage,
  costsResponseSchema,
  patternsResponseSchema,
} from '@/lib/call/answers/index-responses';
import { callSchema } from '@/lib/call/call';
import type { CallsQuery } from '@/lib/call/query/filters';
import { OWNER, person } from '@/lib/server/auth/person.test-person';
import { holdIndex } from '@/lib/server/index/index-handle';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import { createIndexAnswers } from './index-answers';

const NOW = new Date('2026-11-22T10:30:00Z');
/** Around the beginning of the last seven days, and around now. */
const CREATED = [
  '2026-11-15T10:29:59.999Z',
  '2026-11-15T10:30:00Z',
  '2026-11-22T10:30:00Z',
  '2026-11-22T10:30:00.001Z',
];

const index = holdIndex(openMemoryIndex, () => undefined);
const campaignLabels = async () => new Map<string, string>();
const answers = createIndexAnswers({
  index,
  campaignLabels,
  meta: async () => indexMeta(4),
  now: () => NOW,
});

beforeAll(async () => {
  const calls = CREATED.map((created, at) =>
    callSchema.parse({
      id: `65a1b2c3d4e5f60718293a4${at}`,
      type: 'Inbound',
      status: 'Completed',
      created,
      costs: { total_costs: 0.25 },
    }),
  );
  await (await index.store()).keep({ calls, at: NOW.toISOString() });
});
afterAll(() => index.close());

it.each<[CallsQuery, { from: string | null; to: string | null }, number]>([
  [{ from: '-7d' }, { from: '2026-11-15T10:30:00.000Z', to: NOW.toISOString() }, 2],
  [
    { from: 'yesterday', timezone: 'America/Chicago' },
    { from: '2026-11-21T06:00:00.000Z', to: '2026-11-22T05:59:59.999Z' },
    0,
  ],
  [{ from: CREATED[1] }, { from: '2026-11-15T10:30:00.000Z', to: NOW.toISOString() }, 2],
  [{ to: CREATED[1] }, { from: null, to: '2026-11-15T10:30:00.000Z' }, 2],
  [{}, { from: null, to: null }, 4],
])(
  'patterns of %j name the instants that they counted, as costs do',
  async (query, current, calls) => {
    const patterns = await answers.patterns(query, { who: OWNER });
    expect(patterns.ranges.current).toEqual(current);
    expect(patterns.cells.reduce((sum, cell) => sum + cell.calls, 0)).toBe(calls);
    expect(patterns.distribution.reduce((sum, { count }) => sum + count, 0)).toBe(calls);
    expect(patternsResponseSchema.parse(patterns)).toEqual(patterns);
    const costs = await answers.costs(query, { who: OWNER });
    // Costs draw something: they go from the first call to the last one where the range is open.
    const { from, to } = costs.periods.current;
    expect(current.from ?? from).toBe(from);
    expect(current.to ?? to).toBe(to);
    expect(costs.totals.calls).toBe(calls);
  },
);

describe('what costs are compared with', () => {
  const told = (coverage: Partial<Coverage>) =>
    createIndexAnswers({
      index,
      campaignLabels,
      meta: async () => ({
        source: 'index',
        as_of: null,
        coverage: { ...coverageOf(4), ...coverage },
      }),
      now: () => NOW,
    });
  const asked = { from: '-7d', compare: 'previous' } as const;

  it('is added up where the index knows all of it', async () => {
    const from = '2026-11-08T10:30:00.000Z';
    const { periods, previous, previous_series } = await told({ from }).costs(asked, {
      who: OWNER,
    });
    expect(periods).toEqual({
      current: { from: '2026-11-15T10:30:00.000Z', to: NOW.toISOString() },
      previous: { from, to: '2026-11-15T10:29:59.999Z', kind: 'days', known_from: null },
    });
    expect(previous?.calls).toBe(1);
    expect(previous_series.reduce((sum, { calls }) => sum + calls, 0)).toBe(1);
  });

  it('is named, and not counted as nothing, where calls are known from later on only', async () => {
    const from = '2026-11-08T10:30:00.001Z';
    const answer = await told({ from }).costs(asked, { who: OWNER });
    expect(answer.previous).toBeNull();
    expect(answer.previous_series).toEqual([]);
    expect(answer.periods.previous).toMatchObject({ kind: 'days', known_from: from });
    expect(costsResponseSchema.parse(answer)).toEqual(answer);
  });

  it('is nothing where nothing says since when calls are known, and without a beginning', async () => {
    const unknown = await told({ from: null }).costs(asked, { who: OWNER });
    expect([unknown.previous, unknown.periods.previous]).toEqual([null, null]);
    const open = await told({ from: CREATED[0] ?? null }).costs(
      { to: CREATED[2], compare: 'previous' },
      { who: OWNER },
    );
    expect([open.previous, open.periods.previous]).toEqual([null, null]);
  });

  it('is nothing where the range has not begun', async () => {
    const { previous, periods } = await told({ from: CREATED[0] ?? null }).costs(
      { from: '2026-12-01T00:00:00Z', to: '2026-12-31T23:59:59.999Z', compare: 'previous' },
      { who: OWNER },
    );
    expect([previous, periods.previous]).toEqual([null, null]);
  });
});

it('refuses a viewer to count a phone number as a success, as to filter by it', async () => {
  const number = '+1 312 555 0142';
  const who = person('viewer');
  const successes = [{ name: 'Reached', outcomes: ['booked', number] }];
  const refused = { code: 'not_allowed' };
  await expect(answers.breakdown({ classifications: [number] }, { who })).rejects.toMatchObject(
    refused,
  );
  await expect(answers.breakdown({ successes }, { who })).rejects.toMatchObject(refused);
  const words = [{ name: 'Reached', outcomes: ['booked'] }];
  expect((await answers.breakdown({ successes: words }, { who })).totals.successes).toEqual([0]);
  const { totals } = await answers.breakdown({ successes }, { who: OWNER });
  expect(totals.successes).toEqual([0]);
});
