import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '@/lib/call/call';
import { generateCalls } from '@/lib/demo/generate';
import { fileKind } from '../export/file';
import { exportText } from '../export/text';
import { openMemoryIndex } from './memory.test-index';
import type { IndexQuery, IndexStore } from './store';

const NOW = Date.parse('2026-11-22T20:00:00Z');
const AT = new Date(NOW).toISOString();
const EVERYTHING: IndexQuery = { timezone: 'America/Chicago' };

let store: IndexStore;
beforeEach(async () => {
  store = await openMemoryIndex();
});
afterEach(() => store.close());

async function idsOf(batches: AsyncIterable<{ id: string }[]>): Promise<string[]> {
  const ids: string[] = [];
  for await (const batch of batches) ids.push(...batch.map(({ id }) => id));
  return ids;
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('=1', '\ud800', 'a\udfffb', '\\ud83d', '\u2028=x', '"', 'a,b', ' ', '\0', '🚚'),
);
const orNothing = <T>(value: fc.Arbitrary<T>) => fc.option(fc.option(value), { nil: undefined });
/** Up to what the index can hold in millionths, and as odd as numbers get. */
const number = orNothing(
  fc.oneof(
    fc.double({ noNaN: true, min: -1e12, max: 1e12 }),
    fc.integer(),
    fc.constantFrom(1e-7, 0.0000005, 5e-324, -0, 1e12, 0.1 + 0.2),
  ),
);
const component = orNothing(
  fc.record({ total_cost: number, pricing_id: orNothing(text) }, { requiredKeys: [] }),
);
const parts = fc.record(
  {
    type: fc.constantFrom('Inbound', '=1'),
    status: fc.constantFrom('Completed', 'é'),
    provider: orNothing(text),
    organization_id: orNothing(text),
    metadata: orNothing(
      fc.record({ from: orNothing(text), to: orNothing(text), tags: orNothing(fc.array(text)) }),
    ),
    use_case: orNothing(fc.record({ id: text, name: orNothing(text), prompt: text })),
    agent: orNothing(fc.record({ id: orNothing(text), name: orNothing(text) })),
    classification: orNothing(fc.record({ tag: text, reasoning: orNothing(text) })),
    duration: number,
    ratings: orNothing(fc.array(fc.record({ emoji: text }))),
    notes: orNothing(
      fc.array(fc.record({ id: text, content: orNothing(text), flagged: orNothing(fc.boolean()) })),
    ),
    viewed_by: orNothing(fc.array(text)),
    extraction: orNothing(fc.dictionary(text, fc.jsonValue())),
    costs: orNothing(
      fc.record(
        {
          total_costs: number,
          voip: component,
          transcriber: component,
          llm: component,
          tts: component,
        },
        { requiredKeys: [] },
      ),
    ),
    unheard_of: text,
  },
  { requiredKeys: ['type', 'status'] },
);

describe('what files show of calls', () => {
  it('makes the same files as whole calls do, whatever is in them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(parts, { minLength: 1, maxLength: 12 }), async (odd) => {
        const calls = odd.map((part, index): Call => {
          const id = index.toString(16).padStart(24, '0');
          return { ...part, id, created: new Date(NOW - (index % 5) * 700_000).toISOString() };
        });
        await store.keep({ calls, at: AT });
        for (const format of ['csv', 'focus'] as const) {
          const file = fileKind({
            format,
            bom: false,
            timezone: 'Asia/Kathmandu',
            currency: 'USD',
          });
          if (file.shows !== 'parts') throw new Error('not of parts');
          const files = [store.export(EVERYTHING), store.exportShown(EVERYTHING)].map(
            async (batches) => {
              let all = '';
              for await (const piece of exportText(batches, file.writer)) all += piece;
              return all;
            },
          );
          const [whole, shown] = await Promise.all(files);
          expect(shown).toBe(whole);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('an export', () => {
  const calls = generateCalls({ seed: 'moment', now: NOW, count: 9000 });

  it('is of one moment, whatever is written meanwhile', async () => {
    await store.keep({ calls, at: AT });
    const before = await idsOf(store.export(EVERYTHING));
    const ids: string[] = [];
    for await (const batch of store.exportShown(EVERYTHING)) {
      if (ids.length === 0) {
        const fresh = calls.slice(0, 3000).map((call, index) => {
          const id = `f${index.toString(16).padStart(23, '0')}`;
          return { ...call, id, created: new Date(NOW - index * 40_000_000).toISOString() };
        });
        const changed = calls.slice(2000, 7000).map((call) => ({ ...call, status: 'Changed' }));
        const gone = calls.slice(5000).map(({ id }) => id);
        await store.keep({ calls: [...fresh, ...changed], at: new Date(NOW + 1000).toISOString() });
        await store.markAbsent(gone);
        await store.markAbsent(gone);
      }
      expect(batch.every(({ status }) => status !== 'Changed')).toBe(true);
      ids.push(...batch.map(({ id }) => id));
    }
    expect(ids).toEqual(before);
    expect(new Set(ids).size).toBe(9000);
    expect((await idsOf(store.exportShown(EVERYTHING))).length).toBe(8000);
  });

  it('has every call once and in order, also where one quarter of an hour holds very many', async () => {
    const crowded = calls.concat(
      Array.from({ length: 12_000 }, (_, index): Call => {
        const id = `e${index.toString(16).padStart(23, '0')}`;
        const created = new Date(NOW - 86_400_000 + (index % 800_000)).toISOString();
        return { id, created, type: 'Inbound', status: 'Busy', costs: { total_costs: index % 7 } };
      }),
    );
    for (let start = 0; start < crowded.length; start += 3000)
      await store.keep({ calls: crowded.slice(start, start + 3000), at: AT });
    for (const sort of ['asc', 'desc'] as const) {
      const direction = sort === 'asc' ? 1 : -1;
      const expected = crowded
        .toSorted(
          (a, b) =>
            direction * (Date.parse(a.created) - Date.parse(b.created) || (a.id < b.id ? -1 : 1)),
        )
        .map(({ id }) => id);
      expect(await idsOf(store.exportShown({ ...EVERYTHING, sort }))).toEqual(expected);
    }
    const byCost = { ...EVERYTHING, sort_by: 'total_cost' as const };
    const pages = await Promise.all(
      [0, 2000, 10_000, 20_000].map((offset) => store.page({ ...byCost, offset, limit: 1000 })),
    );
    const ids = await idsOf(store.exportShown(byCost));
    expect(new Set(ids).size).toBe(crowded.length);
    for (const [index, offset] of [0, 2000, 10_000, 20_000].entries())
      expect(ids.slice(offset, offset + 1000)).toEqual(pages[index]?.calls.map(({ id }) => id));
  });

  it('can be left, and ends when it is aborted', async () => {
    await store.keep({ calls, at: AT });
    for await (const _ of store.exportShown(EVERYTHING)) break;
    const aborting = new AbortController();
    const read = async () => {
      for await (const _ of store.exportShown(EVERYTHING, aborting.signal)) aborting.abort();
    };
    await expect(read()).rejects.toThrow(/abort/i);
    expect(await idsOf(store.exportShown(EVERYTHING))).toHaveLength(9000);
  });
});
