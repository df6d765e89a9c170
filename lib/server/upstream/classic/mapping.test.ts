import { describe, expect, test } from 'vitest';
import type { UpstreamQuery } from '@/lib/server/upstream/port/upstream';
import { upstreamParameters } from './mapping';

const asked = (query: UpstreamQuery) => Object.fromEntries(upstreamParameters(query, 'skip'));
const defaults = { limit: '50', sort: 'desc' };

const everyFilter = [
  [{ type: 'Outbound' }, { type: 'Outbound' }],
  [{ statuses: ['No answer', 'Busy'] }, { statuses: 'No answer,Busy' }],
  [{ tags: ['50% off', 'a&b'] }, { tags: '50% off,a&b' }],
  [{ models: ['gpt-4o'] }, { models: 'gpt-4o' }],
  [{ ratings: ['✅', '🚨'] }, { ratings: '✅,🚨' }],
  [{ use_cases: ['u1', 'u2'] }, { use_cases: 'u1,u2' }],
  [{ campaigns: ['c1'] }, { campaigns: 'c1' }],
  [{ from: '2026-11-01T00:00:00+02:00' }, { from: '2026-11-01T00:00:00+02:00' }],
  [{ to: '2026-11-02T00:00:00Z' }, { to: '2026-11-02T00:00:00Z' }],
  [{ search: 'Müller, Inc' }, { search: 'Müller, Inc' }],
  [{ transfer_contact_email: 'a+b@c.example' }, { transfer_contact_email: 'a+b@c.example' }],
  [{ sort: 'asc' }, { sort: 'asc' }],
  [{ limit: 25 }, { limit: '25' }],
  [{ limit: 1_000_000 }, { limit: '2000' }],
  [{ offset: 100 }, { skip: '100' }],
  [{ offset: 0, tags: [] }, {}],
  [{}, {}],
] satisfies [UpstreamQuery, Record<string, string>][];

describe('upstreamParameters', () => {
  test.each(everyFilter)('%j becomes %j', (query, expected) => {
    expect(asked(query)).toEqual({ ...defaults, ...expected });
  });

  test('the offset goes by the name that paging chose', () => {
    expect(upstreamParameters({ offset: 7 }, 'offset').get('offset')).toBe('7');
  });

  test('a comma inside a list value is refused with the field named', () => {
    expect(() => asked({ tags: ['fine', 'Dallas, TX'] })).toThrow(
      expect.objectContaining({
        code: 'invalid_request',
        extra: { errors: [{ field: 'tags', message: expect.stringContaining('Dallas, TX') }] },
      }),
    );
  });

  test('a relative range that nobody resolved is a mistake of ours', () => {
    expect(() => asked({ from: '-7d' })).toThrow('not resolved');
  });
});
