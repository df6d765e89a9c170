import { describe, expect, it } from 'vitest';
import { loadAddress } from '@/lib/url/address';
import { costsFilters, costsView, groupLabel, usualInterval } from './view';

const NOW = Date.parse('2026-11-24T00:00:00Z');

describe('usualInterval', () => {
  it.each([
    [null, null, 'week'],
    ['-24h', null, 'hour'],
    ['today', null, 'hour'],
    ['-30d', null, 'day'],
    ['-90d', null, 'day'],
    ['2026-11-23T00:00:00Z', null, 'hour'],
    ['2026-11-01T00:00:00Z', '2026-11-02T23:59:59.999Z', 'hour'],
    ['2026-11-01T00:00:00Z', '2026-11-30T23:59:59.999Z', 'day'],
    ['2026-01-01T00:00:00Z', null, 'week'],
    ['2020-01-01T00:00:00Z', null, 'month'],
  ] as const)('from %s to %s it is %s', (from, to, interval) => {
    expect(usualInterval({ from, to }, NOW)).toBe(interval);
  });
});

describe('costsView', () => {
  const view = (params: Record<string, string>) => costsView(loadAddress(params));

  it('fills in what the address leaves open', () => {
    expect(view({})).toEqual({
      interval: 'week',
      breakdown: 'use_case',
      compare: 'none',
      successes: [],
      measure: 'cost',
    });
    expect(view({ from: '-7d' })).toMatchObject({ interval: 'day', compare: 'previous' });
  });

  it('does what the address says', () => {
    expect(
      view({ from: '-7d', interval: 'hour', group_by: 'tag', compare: 'none', successes: 'a,b' }),
    ).toEqual({
      interval: 'hour',
      breakdown: 'tag',
      compare: 'none',
      successes: [{ name: '', outcomes: ['a', 'b'] }],
      measure: 'cost',
    });
  });

  it('compares with a year earlier where it is told to', () => {
    expect(view({ from: '-7d', compare: 'year' }).compare).toBe('year');
  });

  it('compares nothing that has no beginning', () => {
    expect(view({ to: '2026-11-01T00:00:00Z', compare: 'previous' }).compare).toBe('none');
  });
});

describe('costsFilters', () => {
  it('has conditions and a zone, and no place in a list', () => {
    const address = loadAddress({ type: 'Inbound', limit: '25', offset: '50', sort: 'asc' });
    expect(costsFilters(address, 'Europe/Paris')).toEqual({
      type: 'Inbound',
      timezone: 'Europe/Paris',
    });
  });
});

describe('groupLabel', () => {
  it('names what has no value', () => {
    expect(groupLabel({ key: '(none)', label: '(none)' })).toBe('None');
    expect(groupLabel({ key: null, label: 'All others' })).toBe('All others');
  });
});
