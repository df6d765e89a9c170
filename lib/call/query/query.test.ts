import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallsQuery } from './filters';
import { parseCallsQuery } from './parse-query';
import { callsQueryParams } from './query';
import { RELATIVE_RANGES } from './ranges';

const parse = (text: string) => parseCallsQuery(new URLSearchParams(text));

describe('parseCallsQuery', () => {
  it.each<[string, CallsQuery]>([
    ['', {}],
    ['type=Inbound', { type: 'Inbound' }],
    ['statuses=No%20answer,Busy', { statuses: ['No answer', 'Busy'] }],
    ['statuses=Busy,Busy', { statuses: ['Busy'] }],
    ['tags=a%252Cb,c', { tags: ['a,b', 'c'] }],
    ['tags=50%25', { tags: ['50%'] }],
    ['ratings=%E2%9C%85,%F0%9F%9A%A8', { ratings: ['✅', '🚨'] }],
    ['from=-7d', { from: '-7d' }],
    ['from=2026-11-01T00:00:00-05:00', { from: '2026-11-01T00:00:00-05:00' }],
    [
      'from=2026-11-01T00:00:00Z&to=2026-11-01T00:00:00Z',
      { from: '2026-11-01T00:00:00Z', to: '2026-11-01T00:00:00Z' },
    ],
    ['search=%3Cscript%3E', { search: '<script>' }],
    ['sort=asc&limit=2000&offset=12950', { sort: 'asc', limit: 2000, offset: 12950 }],
    ['timezone=America/Chicago', { timezone: 'America/Chicago' }],
  ])('%s', (text, query) => {
    expect(parse(text)).toEqual({ query, problems: [] });
  });

  it.each([
    ['type=inbound', 'type'],
    ['type=', 'type'],
    ['statuses=', 'statuses'],
    ['statuses=Busy,,Failed', 'statuses'],
    [`tags=${'x'.repeat(1001)}`, 'tags'],
    [`models=${Array.from({ length: 101 }, (_, i) => i).join()}`, 'models'],
    ['from=yesterday-ish', 'from'],
    ['from=2026-11-01', 'from'],
    ['from=2026-13-01T00:00:00Z', 'from'],
    ['to=-7d', 'to'],
    ['from=-7d&to=2026-11-01T00:00:00Z', 'to'],
    ['from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z', 'to'],
    ['search=%20%20', 'search'],
    [`search=${'x'.repeat(201)}`, 'search'],
    ['sort=created', 'sort'],
    ['timezone=Mars/Olympus', 'timezone'],
    ['timezone=%2B05:00', 'timezone'],
    ['limit=0', 'limit'],
    ['limit=2001', 'limit'],
    ['limit=1e3', 'limit'],
    ['limit=-1', 'limit'],
    ['offset=-1', 'offset'],
    ['offset=1.5', 'offset'],
    ['offset=99999999999999999999', 'offset'],
    ['type=Inbound&type=Outbound', 'type'],
    ['colour=red', 'colour'],
    ['__proto__=1', '__proto__'],
    ['constructor=1', 'constructor'],
  ])('names what is wrong with %s', (text, field) => {
    const { problems } = parse(text);
    expect(problems.map((problem) => problem.field)).toEqual([field]);
    expect(problems[0]?.message).toMatch(/^(is|has|must|cannot)/);
  });

  it('keeps what it understands beside what it does not', () => {
    expect(parse('type=Inbound&limit=0&nonsense=1')).toEqual({
      query: { type: 'Inbound' },
      problems: [
        { field: 'limit', message: expect.any(String) },
        { field: 'nonsense', message: 'is not a known parameter' },
      ],
    });
  });

  it('reads back every query it wrote', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const parsed = parseCallsQuery(new URLSearchParams(callsQueryParams(query).toString()));
        expect(parsed).toEqual({ query, problems: [] });
      }),
    );
  });

  it('never throws, whatever it is given', () => {
    const entries = fc.array(
      fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })),
    );
    fc.assert(
      fc.property(entries, (params) => {
        expect(() => parseCallsQuery(params)).not.toThrow();
      }),
    );
    const known = fc.constantFrom('from', 'to', 'limit', 'tags', 'timezone', 'type', 'search');
    fc.assert(
      fc.property(fc.array(fc.tuple(known, fc.string({ unit: 'binary' }))), (params) => {
        const { query, problems } = parseCallsQuery(params);
        const named = new Set([...Object.keys(query), ...problems.map(({ field }) => field)]);
        for (const [field] of params) expect(named).toContain(field);
      }),
    );
  });
});

/** URLSearchParams replaces lone surrogates, so text is well-formed as in every real address. */
const text = fc
  .string({ minLength: 1, maxLength: 100, unit: 'grapheme' })
  .filter((value) => value.trim() !== '' && value.length <= 200);
const list = fc.uniqueArray(text, { minLength: 1, maxLength: 5 });
const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const range = fc.oneof(
  fc.constant({}),
  fc.constantFrom(...RELATIVE_RANGES).map((from) => ({ from })),
  instant.map((to) => ({ to })),
  fc.tuple(instant, instant).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
);

const queries: fc.Arbitrary<CallsQuery> = fc
  .tuple(
    fc.record({
      type: optional(fc.constantFrom('Inbound' as const, 'Outbound' as const)),
      statuses: optional(list),
      tags: optional(list),
      models: optional(list),
      ratings: optional(list),
      use_cases: optional(list),
      campaigns: optional(list),
      search: optional(text),
      transfer_contact_email: optional(text),
      sort: optional(fc.constantFrom('asc' as const, 'desc' as const)),
      timezone: optional(fc.constantFrom('UTC', 'America/Chicago', 'Asia/Kathmandu')),
      limit: optional(fc.integer({ min: 1, max: 2000 })),
      offset: optional(fc.integer({ min: 0, max: 999_999_999 })),
    }),
    range,
  )
  .map(([rest, ends]) => defined({ ...rest, ...ends }));

/** Guarantee: only entries without a value are left out. */
function defined(query: CallsQuery): CallsQuery {
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined),
  ) as CallsQuery;
}
