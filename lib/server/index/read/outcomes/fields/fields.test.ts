import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '@/lib/call/call';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import {
  calls,
  isReached,
  NOW,
  readAt,
  ZONE,
} from '@/lib/server/index/read/outcomes/calls.test-world';
import type { IndexStore } from '@/lib/server/index/store';

/** In the newest full week the second use case stops to fill its reference. */
const LATE = Date.parse('2026-10-26T05:00:00Z');
const END = Date.parse('2026-11-02T06:00:00Z');
const referenced = Array.from(
  { length: 1800 },
  (_, at): Call => ({
    id: `d${at.toString(16).padStart(23, '0')}`,
    created: new Date(END - 1 - at * 3_000_000).toISOString(),
    type: 'Outbound',
    status: 'Completed',
    duration: 60,
    use_case: {
      id: 'references',
      name: 'References',
      model: 'm1',
      extract_with_ai: [
        { name: 'reference', required: true },
        { name: 'never', required: false },
        { name: 'stop.city', required: true },
        { name: 'one, or two', required: true },
        { name: 'rate 100%' },
        { name: '' },
      ],
    },
    extraction: {
      reference: END - 1 - at * 3_000_000 >= LATE && at % 4 !== 0 ? null : `R-${at % 50}`,
      note: at % 2 === 0 ? 'x' : at,
      'stop.city': 'Reno',
    },
  }),
);

const all = [...calls, ...referenced];

let store: IndexStore;
beforeAll(async () => {
  store = await openMemoryIndex();
  await store.keep({ calls: all, at: NOW });
});
afterAll(() => store.close());

const PERIOD = { from: '2026-10-10T05:00:00.000Z', to: '2026-11-02T05:59:59.999Z' };
const ask = (more: object = {}) =>
  store.outcomeFields({ ...PERIOD, timezone: ZONE, now: NOW, ...more });

const within = (from: string, to: string) =>
  all.filter((call) => isReached(call) && call.created >= from && call.created <= to);

describe('how keys are filled', () => {
  it('in each use case, and in each of nine weeks', async () => {
    const { fields, weeks } = await ask();
    expect(weeks).toHaveLength(9);
    expect(weeks.at(-1)).toEqual({
      from: '2026-10-26T05:00:00.000Z',
      to: '2026-11-02T05:59:59.999Z',
    });
    expect(fields.length).toBeGreaterThan(12);
    const counted = (some: readonly Call[], useCase: string, key: string) => {
      const own = some.filter(({ use_case }) => use_case?.id === useCase);
      return {
        calls: own.length,
        filled: own.filter((call) => readAt(call, key).length > 0).length,
      };
    };
    for (const { use_case, key, calls: count, filled, types, weeks: byWeek } of fields) {
      const some = within(PERIOD.from, PERIOD.to);
      expect({ key, calls: count, filled }).toEqual({ key, ...counted(some, use_case.id, key) });
      expect(byWeek).toEqual(
        weeks.map(({ from, to }) => counted(within(from, to), use_case.id, key)),
      );
      const read = some
        .filter((call) => call.use_case?.id === use_case.id)
        .flatMap((call) => readAt(call, key));
      for (const { type, count: told } of types)
        expect(told).toBe(read.filter((each) => each.type === type).length);
      expect(types.reduce((sum, each) => sum + each.count, 0)).toBe(read.length);
    }
  });

  it('has nothing of calls that reached nobody, and no week that is not over', async () => {
    expect((await ask({ has_outcome: false })).fields).toEqual([]);
    const { weeks } = await ask({ to: '2026-12-30T00:00:00.000Z' });
    expect(weeks).toEqual((await ask()).weeks);
  });

  it('tells first what is filled less often than before, and nothing else', async () => {
    const { fields } = await ask();
    const [first, ...others] = fields;
    expect(first).toMatchObject({ use_case: { name: 'References' }, key: 'reference' });
    expect(first?.required).toBe(true);
    expect(first?.fall?.before).toMatchObject({ filled: first?.fall?.before.calls });
    expect(first?.fall?.p).toBeLessThan(1e-6);
    expect(others.filter(({ fall }) => fall !== null)).toEqual([]);
  });

  it('names what is asked for and never found out, and drifting types', async () => {
    const { fields } = await ask();
    const of = (key: string) => fields.find((each) => each.key === key);
    expect(of('never')).toMatchObject({ filled: 0, required: false, types: [] });
    expect(
      of('note')
        ?.types.map(({ type }) => type)
        .sort(),
    ).toEqual(['number', 'text']);
  });

  it('names what is asked for once, in a spelling that can be asked about', async () => {
    const { fields } = await ask();
    const own = fields.filter(({ use_case }) => use_case.id === 'references');
    expect(own.map(({ key, required }) => [key, required]).sort()).toEqual([
      ['never', false],
      ['note', null],
      ['one%2C or two', true],
      ['rate 100%', false],
      ['reference', true],
      ['stop%2Ecity', true],
    ]);
  });

  it('tells more of one key', async () => {
    const { detail } = await ask({ field: 'equipment' });
    expect(detail?.map(({ use_case }) => use_case.id).sort()).toEqual(['references', 'u0', 'u1']);
    for (const { use_case, distinct, values, models, languages } of detail ?? []) {
      const some = within(PERIOD.from, PERIOD.to).filter(
        (call) => call.use_case?.id === use_case.id,
      );
      const texts = some.flatMap((call) => readAt(call, 'equipment').map(({ text }) => text));
      expect(distinct).toBe(new Set(texts).size);
      for (const { value, count } of values)
        expect(count).toBe(texts.filter((text) => text === value).length);
      const parts = (key: string | null, of: (call: Call) => unknown) => {
        const own = some.filter((call) => (of(call) ?? '(none)') === key);
        return {
          calls: own.length,
          filled: own.filter((call) => readAt(call, 'equipment').length > 0).length,
        };
      };
      for (const { key, label: _, ...told } of models)
        expect(told).toEqual(parts(key, (call) => call.use_case?.model));
      for (const { key, label: _, ...told } of languages)
        expect(told).toEqual(parts(key, ({ language }) => language));
    }
  });

  it('each count leads to its calls', async () => {
    const { fields } = await ask();
    for (const { use_case, key, filled } of fields) {
      const { count } = await store.page({
        ...PERIOD,
        timezone: ZONE,
        has_outcome: true,
        use_cases: [use_case.id],
        ...Object.fromEntries([[`has_x.${key}`, true]]),
      });
      expect([key, count]).toEqual([key, filled]);
    }
  });
});
