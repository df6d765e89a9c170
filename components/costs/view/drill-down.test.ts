import { describe, expect, it } from 'vitest';
import { NO_VALUE } from '@/lib/call/values/terms';
import { type Address, loadAddress } from '@/lib/url/address';
import {
  barHref,
  bucketHref,
  callHref,
  callsHref,
  cellHref,
  groupHref,
  monthHref,
} from './drill-down';

const RANGE = { from: '2026-11-01T06:00:00.000Z', to: '2026-11-08T05:59:59.999Z' };

function address(query: string): Address {
  return loadAddress(new URLSearchParams(query));
}

/** The parameters of a link to the list, by name. */
function asked(href: string | null): Record<string, string> | null {
  if (href === null) return null;
  const url = new URL(href, 'http://callscope');
  expect(url.pathname).toBe('/calls');
  return Object.fromEntries(url.searchParams);
}

describe('callsHref', () => {
  it('keeps filters and zone, and leaves what only the cost page knows', () => {
    const page = address(
      'type=Inbound&timezone=Europe/Paris&group_by=model&interval=day&offset=50',
    );
    expect(asked(callsHref(page, null, { has_cost: true }))).toEqual({
      type: 'Inbound',
      timezone: 'Europe/Paris',
      has_cost: 'true',
    });
  });

  it('holds a moving range still', () => {
    expect(asked(callsHref(address('from=-7d'), RANGE))).toEqual(RANGE);
  });

  it('leaves a range open where the page has no end', () => {
    expect(asked(callsHref(address(''), RANGE))).toEqual({});
    expect(asked(callsHref(address(`to=${RANGE.to}`), RANGE))).toEqual({ to: RANGE.to });
  });
});

describe('in a sample', () => {
  const page = address('use_cases=a&sample=50&share=2/3&from=-7d');

  it('leads to the whole of it only: with one more filter other calls would be drawn', () => {
    const bucket = { start: '2026-11-02T00:00:00-06:00', end: '2026-11-03T00:00:00-06:00' };
    const same = { use_cases: 'a', sample: '50', share: '2/3', ...RANGE };
    expect(asked(callsHref(page, RANGE))).toEqual(same);
    expect(asked(callHref(page, RANGE, 'abc'))).toMatchObject({ ...same, call: 'abc' });
    expect(callsHref(page, RANGE, { has_cost: true })).toBeNull();
    expect(bucketHref(page, RANGE, bucket)).toBeNull();
    expect(groupHref(page, RANGE, 'use_case', 'a', ['a'])).toBeNull();
    expect(groupHref(page, RANGE, 'model', null, ['m'])).toBeNull();
    expect(groupHref(page, RANGE, 'type', 'Inbound', ['Inbound'])).toBeNull();
    expect(cellHref(page, RANGE, { weekday: 1, hour: 2 }, 'UTC')).toBeNull();
    expect(barHref(page, RANGE, { kind: 'free', from: 0, to: 0 })).toBeNull();
  });

  it('leads to all calls of the month, which is not told from a sample', () => {
    expect(asked(monthHref(page, RANGE, { hours: [8] }))).toEqual({
      use_cases: 'a',
      hours: '8',
      ...RANGE,
    });
  });
});

describe('bucketHref', () => {
  const bucket = { start: '2026-11-02T00:00:00-06:00', end: '2026-11-03T00:00:00-06:00' };

  it('ends a millisecond before the next bucket', () => {
    expect(asked(bucketHref(address('from=-7d'), RANGE, bucket))).toEqual({
      from: '2026-11-02T06:00:00.000Z',
      to: '2026-11-03T05:59:59.999Z',
    });
  });

  it('does not reach beyond the range', () => {
    const narrow = { from: '2026-11-02T10:00:00.000Z', to: '2026-11-02T11:00:00.000Z' };
    expect(asked(bucketHref(address('from=-7d'), narrow, bucket))).toEqual(narrow);
  });
});

describe('groupHref', () => {
  const page = address('use_cases=a,b&not_models=old');

  it('narrows the filter to the group', () => {
    expect(asked(groupHref(page, RANGE, 'use_case', 'a', ['a', 'b']))).toEqual({
      use_cases: 'a',
      not_models: 'old',
    });
    expect(asked(groupHref(page, RANGE, 'classification', NO_VALUE, [NO_VALUE]))).toMatchObject({
      classifications: NO_VALUE,
    });
    expect(asked(groupHref(page, RANGE, 'type', 'Outbound', ['Outbound']))).toMatchObject({
      type: 'Outbound',
    });
  });

  it('narrows what is asked of extracted values, as far as a filter says it', () => {
    const lanes = address('x.stops.city=Gary,Elgin&min_x.rate=5');
    const by = 'x.stops.city';
    expect(asked(groupHref(lanes, RANGE, by, 'Gary', ['Gary', 'Reno']))).toEqual({
      'x.stops.city': 'Gary',
      'min_x.rate': '5',
    });
    // A call can have been at several: those in Reno and Gary are not all in Reno.
    expect(groupHref(lanes, RANGE, by, 'Reno', ['Gary', 'Reno'])).toBeNull();
    expect(groupHref(page, RANGE, by, null, ['Gary', null])).toBeNull();
    expect(asked(groupHref(page, RANGE, 'x.a', NO_VALUE, [NO_VALUE]))).toMatchObject({
      'x.a': NO_VALUE,
    });
  });

  it('leads from all others to what is none of the named ones', () => {
    expect(asked(groupHref(page, RANGE, 'model', null, ['m1', 'm,2', null]))).toEqual({
      use_cases: 'a,b',
      not_models: 'old,m1,m%2C2',
    });
  });

  it('makes no link that would lead elsewhere', () => {
    const tagged = address('tags=x');
    expect(asked(groupHref(tagged, RANGE, 'tag', 'x', ['x', 'y']))).toMatchObject({ tags: 'x' });
    expect(groupHref(tagged, RANGE, 'tag', 'y', ['x', 'y'])).toBeNull();
    expect(groupHref(page, RANGE, 'tag', null, ['x'])).toBeNull();
    expect(groupHref(page, RANGE, 'type', 'Sideways', ['Sideways'])).toBeNull();
    expect(groupHref(page, RANGE, 'model', 'm'.repeat(1001), [])).toBeNull();
    expect(groupHref(page, RANGE, 'x.rate', '•••', ['•••', '•••'])).toBeNull();
    expect(groupHref(page, RANGE, 'model', null, ['m1', 'call •••'])).toBeNull();
  });
});

describe('cellHref', () => {
  it('names the clocks that it means', () => {
    const cell = { weekday: 2, hour: 0 };
    expect(asked(cellHref(address('weekdays=1,2'), RANGE, cell, 'America/Chicago'))).toEqual({
      weekdays: '2',
      hours: '0',
      timezone: 'America/Chicago',
    });
  });
});

describe('barHref', () => {
  it('leaves the upper end to the next bar', () => {
    const bar = { kind: 'bar', from: 0.1, to: 0.3 };
    expect(asked(barHref(address(''), RANGE, bar))).toEqual({
      min_cost: '0.1',
      max_cost: '0.299999',
    });
  });

  it('leaves calls for free out of the first bar, and has no end for an open one', () => {
    const first = barHref(address(''), RANGE, { kind: 'bar', from: 0, to: 0.05 });
    expect(asked(first)).toEqual({ min_cost: '0.000001', max_cost: '0.049999' });
    const last = { kind: 'open', from: 0.95, to: null };
    expect(asked(barHref(address(''), RANGE, last))).toEqual({ min_cost: '0.95' });
    expect(asked(barHref(address('max_cost=2'), RANGE, last))).toEqual({
      min_cost: '0.95',
      max_cost: '2',
    });
  });

  it('finds calls for free, and has no filter for costs below zero', () => {
    const free = barHref(address(''), RANGE, { kind: 'free', from: 0, to: 0 });
    expect(asked(free)).toEqual({ min_cost: '0', max_cost: '0' });
    expect(barHref(address(''), RANGE, { kind: 'below', from: null, to: 0 })).toBeNull();
  });

  it('stays within the bounds of the page', () => {
    const page = address('min_cost=0.15&max_cost=0.2');
    expect(asked(barHref(page, RANGE, { kind: 'bar', from: 0.1, to: 0.3 }))).toEqual({
      min_cost: '0.15',
      max_cost: '0.2',
    });
  });
});

describe('callHref', () => {
  it('opens the call over the list by cost', () => {
    expect(asked(callHref(address('type=Inbound'), RANGE, 'abc123'))).toEqual({
      type: 'Inbound',
      sort_by: 'total_cost',
      call: 'abc123',
    });
  });
});
