import { describe, expect, it } from 'vitest';
import { FILTER_KEYS } from '@/lib/call/query/filters';
import { loadAddress } from '@/lib/url/address';
import { activeFilters, noFilters } from './active-filters';
import { countFilters } from './count-filters';

const describeAll = {
  value: (key: string, value: string) => `${key}/${value}`,
  range: ({ from, to }: { from: string | null; to: string | null }) => `${from}..${to}`,
  single: (key: string, value: unknown) => (key === 'type' ? String(value) : `${key}=${value}`),
  extracted: {
    name: (key: string) => key.toUpperCase(),
    bound: (_: string, bound: unknown) => String(bound),
  },
};
const active = (text: string) => activeFilters(loadAddress(new URLSearchParams(text)), describeAll);

describe('activeFilters', () => {
  it('has one for each chosen value, and each takes only itself away', () => {
    expect(active('statuses=Busy,Failed&type=Inbound')).toEqual([
      { key: 'type', name: 'Type', value: 'Inbound', removal: { type: null } },
      {
        key: 'statuses',
        name: 'Status',
        value: 'statuses/Busy',
        removal: { statuses: ['Failed'] },
      },
      {
        key: 'statuses',
        name: 'Status',
        value: 'statuses/Failed',
        removal: { statuses: ['Busy'] },
      },
    ]);
    expect(active('tags=only')[0]?.removal).toEqual({ tags: null });
  });

  it.each([
    ['from=-7d', '-7d..null'],
    ['to=2026-11-01T00:00:00Z', 'null..2026-11-01T00:00:00Z'],
    [
      'from=2026-10-01T00:00:00Z&to=2026-11-01T00:00:00Z',
      '2026-10-01T00:00:00Z..2026-11-01T00:00:00Z',
    ],
  ])('has one for the range of %s', (text, value) => {
    expect(active(text)).toEqual([
      { key: expect.any(String), name: 'Date range', value, removal: { from: null, to: null } },
    ]);
  });

  it('tells what is left out from what is asked for', () => {
    expect(active('not_tags=a,b&has_notes=false&min_cost=0.5')).toEqual([
      { key: 'not_tags', name: 'Not tag', value: 'tags/a', removal: { not_tags: ['b'] } },
      { key: 'not_tags', name: 'Not tag', value: 'tags/b', removal: { not_tags: ['a'] } },
      { key: 'min_cost', name: 'Cost', value: 'min_cost=0.5', removal: { min_cost: null } },
      {
        key: 'has_notes',
        name: 'Has notes',
        value: 'has_notes=false',
        removal: { has_notes: null },
      },
    ]);
  });

  it('says in plain words what calls without a value are', () => {
    expect(active('models=(none)&not_campaigns=(none)')).toEqual([
      { key: 'models', name: 'Model', value: 'models/(none)', removal: { models: null } },
      { key: 'not_campaigns', name: 'Campaign', value: 'any', removal: { not_campaigns: null } },
    ]);
  });

  it('tells what is asked of extracted values', () => {
    const name = 'LANE.ORIGIN';
    expect(active('x.lane.origin=Gary,(none)&not_x.lane.origin=Elgin,(none)')).toEqual([
      {
        key: 'x.lane.origin',
        name,
        value: 'Gary',
        removal: { 'x.lane.origin': ['(none)'] },
      },
      { key: 'x.lane.origin', name, value: 'none', removal: { 'x.lane.origin': ['Gary'] } },
      {
        key: 'not_x.lane.origin',
        name: `Not ${name}`,
        value: 'Elgin',
        removal: { 'not_x.lane.origin': ['(none)'] },
      },
      { key: 'not_x.lane.origin', name, value: 'any', removal: { 'not_x.lane.origin': ['Elgin'] } },
    ]);
    expect(
      active(
        'min_x.rate=1000&max_x.rate=2000&max_x.day=2026-11-30&has_x.rate=true&has_x.z=false',
      ).map(({ name, value }) => `${name}: ${value}`),
    ).toEqual([
      'DAY: until 2026-11-30',
      'RATE: at least 1000',
      'RATE: at most 2000',
      'RATE: any',
      'Z: none',
    ]);
  });

  it('passes over what is no condition', () => {
    expect(active('sort=asc&limit=25&offset=50&timezone=UTC&call=abc&columns=status')).toEqual([]);
  });

  it.each([
    '',
    'sort=asc&limit=25&call=abc',
    'statuses=Busy,Failed&not_tags=a,b,(none)&type=Inbound',
    'from=-7d',
    'to=2026-11-01T00:00:00Z',
    'from=2026-10-01T00:00:00Z&to=2026-11-01T00:00:00Z',
    'x.a=1,(none)&not_x.a=2,(none)&min_x.b=1&max_x.b=2&has_x.c=false',
    'weekdays=1,2&hours=8,9&has_notes=false&min_cost=0&search=0&ratings=✅,🚨',
  ])('has as many as are counted without words: %s', (text) => {
    expect(countFilters(loadAddress(new URLSearchParams(text)))).toBe(active(text).length);
  });

  it('knows how to clear every filter', () => {
    const address = loadAddress(new URLSearchParams('type=Inbound&x.rate=1&has_x.a=true'));
    expect(countFilters({ ...address, ...noFilters(address) })).toBe(0);
    expect(noFilters(loadAddress({}))).toEqual(
      Object.fromEntries(FILTER_KEYS.map((key) => [key, null])),
    );
  });
});
