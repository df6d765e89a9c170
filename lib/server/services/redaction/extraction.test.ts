import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexMeta } from '@/lib/call/answers/answers.test-maker';
import {
  extractionFacetsResponseSchema,
  extractionResponseSchema,
} from '@/lib/call/answers/extraction-responses';
import { callSchema } from '@/lib/call/call';
import { person } from '@/lib/server/auth/person.test-person';
import { holdIndex } from '@/lib/server/index/index-handle';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import { createIndexAnswers } from '@/lib/server/services/calls/index-answers';

const NOW = new Date('2026-11-22T10:30:00Z');
const FOUND = [
  { callback: '312-555-0140', said: 'call me at 312 555 0140', rate: 2250, due: '2026-11-25' },
  { callback: '312-555-0141', said: 'three one two', rate: '$1,250', equipment: 'Reefer' },
  { callback_number: 'Ana at 3125550142', rate: 3125550143, equipment: 'Reefer', '3125550144': 1 },
];

const index = holdIndex(openMemoryIndex, () => undefined);
const answers = createIndexAnswers({
  index,
  campaignLabels: async () => new Map<string, string>(),
  meta: async () => indexMeta(3),
  now: () => NOW,
});
const viewer = { who: person('viewer') };
const manager = { who: person('manager') };
const fields = ['callback', 'callback_number', 'said', 'rate', 'due', 'equipment'];

beforeAll(async () => {
  const calls = FOUND.map((extraction, at) =>
    callSchema.parse({
      id: `65a1b2c3d4e5f60718293a4${at}`,
      type: 'Inbound',
      status: 'Completed',
      created: NOW.toISOString(),
      extraction,
    }),
  );
  await (await index.store()).keep({ calls, at: NOW.toISOString() });
});
afterAll(() => index.close());

/** Digits beside each other, counts apart, and words for digits. */
function leaks(answer: unknown): string[] {
  return JSON.stringify(answer).match(/(?<![.\d])\d{3,}|three one two|1,250/g) ?? [];
}

describe('who may not see numbers', () => {
  it('learns how often values are there, and none of their digits', async () => {
    const { meta: _, ...report } = await answers.extraction({}, viewer);
    expect(leaks(report.fields.filter(({ key }) => key !== 'due'))).toEqual([]);
    const rate = report.fields.find(({ key }) => key === 'rate');
    expect(rate).toMatchObject({ calls: 3, min: null, max: null, median: null });
    const { fields: facets, meta } = await answers.extractionFacets({ fields }, viewer);
    expect(meta.extracted).toEqual({ extracted: 3, calls: 3 });
    const of = (key: string) => facets.find((facet) => facet.key === key);
    expect(leaks(facets.filter(({ key }) => key !== 'due'))).toEqual([]);
    expect(of('callback')?.values).toEqual([
      { value: '•••', label: '•••', count: 2 },
      { value: '(none)', label: '(none)', count: 1 },
    ]);
    expect(of('callback_number')?.values[0]).toEqual({ value: '•••', label: '•••', count: 1 });
    expect(of('rate')).toMatchObject({ range: { min: null, max: null }, histogram: [] });
    expect(of('equipment')?.values[0]).toMatchObject({ value: 'Reefer', count: 2 });
    for (const group_by of ['x.rate', 'x.callback', 'x.said'] as const)
      expect(leaks((await answers.costs({ group_by }, viewer)).groups)).toEqual([]);
  });

  it('sees what others see where no number can be', async () => {
    const query = { 'x.equipment': ['Reefer'] };
    for (const who of [viewer, manager]) {
      const { groups } = await answers.costs({ ...query, group_by: 'x.equipment' }, who);
      expect(groups).toMatchObject([{ key: 'Reefer', calls: 2 }]);
      expect((await answers.extraction(query, who)).count).toBe(2);
    }
  });

  it('cannot ask for one, value by value, by bounds, or by an order', async () => {
    for (const query of [
      { 'x.rate': ['2250'] },
      { 'not_x.said': ['three one two'] },
      { 'x.callback': ['•••'] },
      { 'min_x.rate': 2000 },
      { 'max_x.rate': 2000 },
      { sort_by: 'x.rate' as const },
      { 'has_x.3125550144': true },
    ]) {
      await expect(answers.extraction(query, viewer)).rejects.toMatchObject({
        code: 'not_allowed',
      });
      await answers.extraction(query, manager);
    }
    const asked = answers.extractionFacets({ fields: ['3125550144'] }, viewer);
    await expect(asked).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('is told no range of numbers where most calls that match have dates', async () => {
    const own = holdIndex(openMemoryIndex, () => undefined);
    const found = ['2026-11-25', '2026-11-26', 3125550140, 3125550141, 3125550142, 3125550143];
    const calls = found.map((contact, at) =>
      callSchema.parse({
        id: `65a1b2c3d4e5f60718293b4${at}`,
        type: at < 3 ? 'Inbound' : 'Outbound',
        status: 'Completed',
        created: NOW.toISOString(),
        extraction: { contact },
      }),
    );
    await (await own.store()).keep({ calls, at: NOW.toISOString() });
    const asked = createIndexAnswers({
      index: own,
      campaignLabels: async () => new Map<string, string>(),
      meta: async () => indexMeta(6),
      now: () => NOW,
    });
    for (const who of [viewer, manager]) {
      const [contact] = (
        await asked.extractionFacets({ fields: ['contact'], type: 'Inbound' }, who)
      ).fields;
      const range = { min: Date.parse('2026-11-25'), max: Date.parse('2026-11-26') };
      expect(contact).toMatchObject({ format: 'date', range, histogram: [] });
    }
    const [all] = (await asked.extractionFacets({ fields: ['contact'] }, viewer)).fields;
    expect(all).toMatchObject({ format: null, range: { min: null, max: null }, histogram: [] });
    await own.close();
  });

  it('may ask for dates, which are no numbers, and for calls without a value', async () => {
    const query = { 'min_x.due': '2026-11-25', 'x.callback_number': ['(none)'] };
    expect((await answers.extraction(query, viewer)).count).toBe(1);
  });
});

it('everybody gets answers that fit their schema', async () => {
  for (const who of [viewer, manager]) {
    const report = await answers.extraction({}, who);
    expect(extractionResponseSchema.parse(report)).toEqual(report);
    const facets = await answers.extractionFacets({ fields }, who);
    expect(extractionFacetsResponseSchema.parse(facets)).toEqual(facets);
  }
});
