import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractedFiltersArbitrary, hostileKey } from '@/lib/call/query/extracted.test-world';
import {
  addressCodecs,
  addressQuery,
  callsQueryOf,
  changedAddress,
  loadAddress,
  sharedAddress,
  withoutOldPlace,
} from './address';
import { addressProblems, columnsProblem } from './address-problems';
import { COLUMN_IDS, DEFAULT_COLUMNS } from './columns';
import { problemOfChange } from './refused-change';
import { rememberedQuery } from './remembered-query';

const load = (text: string) => loadAddress(new URLSearchParams(text));
const problems = (text: string) =>
  addressProblems(new URLSearchParams(text)).map(({ field }) => field);

describe('the address', () => {
  it.each([
    ['statuses', 'No answer,Busy', ['No answer', 'Busy']],
    ['tags', 'a%2Cb', ['a,b']],
    ['from', '-7d', '-7d'],
    ['limit', '100', 100],
    ['columns', 'status,created:240', [{ id: 'status' }, { id: 'created', width: 240 }]],
    ['call', '0123456789abcdef01234567', '0123456789abcdef01234567'],
    ['tab', 'costs', 'costs'],
    ['turn', '65f0c0ffee24b0a7d3e91abc', '65f0c0ffee24b0a7d3e91abc'],
    ['t', '83.5', 83.5],
    ['t', '0', 0],
    ['weekdays', '1,7', [1, 7]],
    ['min_cost', '0.5', 0.5],
    ['has_notes', 'false', false],
    ['interval', 'week', 'week'],
    ['successes', 'Booked,a%2Cb', [{ name: '', outcomes: ['Booked', 'a,b'] }]],
    ['group_sort', '-per_call', '-per_call'],
    ['heat', 'calls', 'calls'],
    ['heat_by', 'sum', 'sum'],
  ] as const)('%s=%s is read and written the same', (key, text, value) => {
    const codec: { encode: (value: never) => string } = addressCodecs[key];
    expect(loadAddress(new URLSearchParams([[key, text]]))[key]).toEqual(value);
    expect(codec.encode(value as never)).toBe(text);
  });

  it('writes back what it read, without the defaults', () => {
    const text =
      '?type=Inbound&tags=a%252Cb,%E2%9C%85&from=-7d&limit=100&call=abc&columns=status,from:200';
    expect(load(addressQuery(load(text)))).toEqual(load(text));
    expect(addressQuery(load('sort=desc&limit=50&offset=0&tab=overview'))).toBe('');
    expect(addressQuery(load(`columns=${DEFAULT_COLUMNS.map(({ id }) => id).join()}`))).toBe('');
  });

  it('is the identity on every address it can write', () => {
    const word = fc
      .string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
      .filter((value) => value.trim() !== '');
    const column = fc.record({ id: fc.constantFrom(...COLUMN_IDS) });
    const address = fc.record({
      tags: fc.option(fc.uniqueArray(word, { minLength: 1, maxLength: 4 })),
      search: fc.option(word),
      sort: fc.constantFrom('asc' as const, 'desc' as const),
      offset: fc.nat(100_000),
      max_duration: fc.option(fc.nat(999_999)),
      rated: fc.option(fc.boolean()),
      not_agents: fc.option(fc.uniqueArray(word, { minLength: 1, maxLength: 4 })),
      hours: fc.option(fc.uniqueArray(fc.nat(23), { minLength: 1 })),
      call: fc.option(fc.stringMatching(/^[0-9a-f]{24}$/)),
      columns: fc.uniqueArray(column, { minLength: 1, selector: ({ id }) => id }),
    });
    fc.assert(
      fc.property(address, (change) => {
        const whole = { ...load(''), ...change };
        expect(load(addressQuery(whole))).toEqual(whole);
      }),
    );
  });

  it('holds what is asked of extracted values, whatever their keys', () => {
    const column = fc.record({
      id: hostileKey.map((key) => `x.${key}` as const),
      width: fc.option(fc.integer({ min: 48, max: 800 }), { nil: undefined }),
    });
    const parts = fc.tuple(
      extractedFiltersArbitrary,
      fc.uniqueArray(column, { minLength: 1, maxLength: 5, selector: ({ id }) => id }),
      hostileKey,
    );
    fc.assert(
      fc.property(parts, ([filters, columns, key]) => {
        const change = { ...filters, columns, sort_by: `x.${key}` as const };
        const whole = { ...load(''), ...change };
        expect(load(addressQuery(whole))).toEqual(whole);
        expect(addressProblems(new URLSearchParams(addressQuery(whole)))).toEqual([]);
        expect(problemOfChange(load(''), change)).toBeNull();
        const params = Object.fromEntries(new URLSearchParams(addressQuery(whole)));
        expect(loadAddress(params)).toEqual(whole);
        expect(callsQueryOf(whole, 'UTC')).toMatchObject({ ...filters, sort_by: `x.${key}` });
        expect(sharedAddress(whole)).toMatchObject({ ...filters, columns });
        const none = Object.fromEntries(Object.keys(filters).map((name) => [name, null]));
        expect(changedAddress(whole, none)).toEqual({
          ...load(''),
          columns,
          sort_by: change.sort_by,
        });
      }),
    );
  });

  it.each([
    ['x.=1', ['x.']],
    ['x.a%252eb=1&min_x.rate=abc', ['x.a%2eb', 'min_x.rate']],
    ['x.a=1&x.b=2&group_by=x.c&columns=x.d:90', []],
    ['sort_by=x.&group_by=rate&columns=x.a,y.b,x.', ['sort_by', 'columns', 'group_by']],
  ])('names of %s what names no extracted value', (text, fields) => {
    expect(problems(text).sort()).toEqual([...fields].sort());
  });

  it.each([
    ['x.rate', 'x.rate', [{ id: 'x.rate' }]],
    ['x.rate:120', 'x.rate:120', [{ id: 'x.rate', width: 120 }]],
    ['x.a:b', 'x.a:b:', [{ id: 'x.a:b' }]],
    ['x.a:b:', 'x.a:b:', [{ id: 'x.a:b' }]],
    ['x.a:200:', 'x.a:200:', [{ id: 'x.a:200' }]],
    ['x.a:200:90', 'x.a:200:90', [{ id: 'x.a:200', width: 90 }]],
    ['x.a%252Cb,x.c', 'x.a%2Cb,x.c', [{ id: 'x.a%2Cb' }, { id: 'x.c' }]],
  ])('columns=%s is written %s', (text, written, columns) => {
    const read = load(`columns=${text}`).columns;
    expect(read).toEqual(columns);
    expect(addressCodecs.columns.encode(read)).toBe(written);
  });

  it.each([
    [{ call: 'a' }, { call: 'a', turn: null, t: null }],
    [
      { call: null, tab: null },
      { call: null, tab: null, turn: null, t: null },
    ],
    [{ tab: 'notes' }, { tab: 'notes', turn: null }],
    [
      { tab: 'transcript', turn: 'b' },
      { tab: 'transcript', turn: 'b' },
    ],
    [{ turn: 'b' }, { turn: 'b' }],
    [
      { call: 'a', t: 4 },
      { call: 'a', turn: null, t: 4 },
    ],
    [{ sort: 'asc' }, { sort: 'asc' }],
  ] as const)(
    '%o leaves the turn of another call or tab behind, and the moment of another call',
    (change, expected) => {
      expect(withoutOldPlace(change)).toEqual(expected);
    },
  );

  it('never throws on junk and names what it ignores', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (text) => {
        expect(() => callsQueryOf(load(text), 'UTC')).not.toThrow();
        expect(() => addressProblems(new URLSearchParams(text))).not.toThrow();
      }),
    );
    expect(problems('limit=abc&colour=red&tab=nope&call=../x&columns=status,shoe')).toEqual([
      'limit',
      'colour',
      'tab',
      'call',
      'columns',
    ]);
    expect(problems('type=Inbound&tab=raw&call=abc&columns=status')).toEqual([]);
    for (const moment of ['-1', '1e3', '1:23', '99999', ''])
      expect(problems(`t=${moment}`)).toEqual(['t']);
  });

  it('shows the known columns of a list that names others too', () => {
    expect(load('columns=shoe,status,status,from:x').columns).toEqual([
      { id: 'status' },
      { id: 'from' },
    ]);
    expect(load('columns=shoe').columns).toEqual(DEFAULT_COLUMNS);
    expect(columnsProblem('status,shoe,hat')).toContain('shoe, hat');
  });

  it('keeps widths within bounds', () => {
    expect(load('columns=from:1,to:99999').columns).toEqual([
      { id: 'from', width: 48 },
      { id: 'to', width: 800 },
    ]);
  });
});

describe('callsQueryOf', () => {
  it.each([
    ['', { sort: 'desc', limit: 50, offset: 0 }],
    ['from=-7d', { from: '-7d', sort: 'desc', limit: 50, offset: 0 }],
    ['from=-7d&timezone=Asia/Tokyo', { from: '-7d', sort: 'desc', limit: 50, offset: 0 }],
    [
      'from=today',
      { from: 'today', sort: 'desc', limit: 50, offset: 0, timezone: 'Europe/Berlin' },
    ],
    [
      'from=today&timezone=Asia/Tokyo',
      { from: 'today', sort: 'desc', limit: 50, offset: 0, timezone: 'Asia/Tokyo' },
    ],
    [
      'from=today&to=2026-11-01T00:00:00Z',
      { from: 'today', sort: 'desc', limit: 50, offset: 0, timezone: 'Europe/Berlin' },
    ],
    ['limit=abc&call=abc&tab=raw', { sort: 'desc', limit: 50, offset: 0 }],
    [
      'hours=8&sort_by=duration',
      {
        hours: [8],
        sort: 'desc',
        sort_by: 'duration',
        limit: 50,
        offset: 0,
        timezone: 'Europe/Berlin',
      },
    ],
    ['sort_by=created', { sort: 'desc', limit: 50, offset: 0 }],
  ])('%s', (text, query) => {
    expect(callsQueryOf(load(text), 'Europe/Berlin')).toEqual(query);
  });
});

describe('rememberedQuery', () => {
  it('is empty for a person without wishes and holds the wishes of others', () => {
    expect(rememberedQuery({ columns: '', timezone: '' })).toBe('');
    expect(rememberedQuery({ columns: 'status', timezone: 'Asia/Tokyo' })).toBe(
      '?timezone=Asia/Tokyo&columns=status',
    );
    expect(rememberedQuery({ columns: '<script>', timezone: 'nowhere' })).toBe('');
  });
});
