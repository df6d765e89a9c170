import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RELATIVE_RANGES } from '@/lib/call/query/ranges';
import { addressQuery, callsQueryOf, loadAddress } from './address';
import { frozenAddress, isLive } from './frozen';

const NOW = new Date('2026-11-22T10:30:00Z');
const load = (text: string) => loadAddress(new URLSearchParams(text));
const frozen = (text: string, zone = 'America/Chicago') =>
  load(addressQuery(frozenAddress(load(text), zone, NOW)));

describe('a frozen link', () => {
  it.each([
    // address, from, to
    ['', null, '2026-11-22T10:30:00.000Z'],
    ['from=-7d', '2026-11-15T10:30:00.000Z', '2026-11-22T10:30:00.000Z'],
    ['from=today', '2026-11-22T06:00:00.000Z', '2026-11-22T10:30:00.000Z'],
    ['from=yesterday', '2026-11-21T06:00:00.000Z', '2026-11-22T05:59:59.999Z'],
    ['from=2026-11-01T00:00:00Z', '2026-11-01T00:00:00.000Z', '2026-11-22T10:30:00.000Z'],
    [
      'from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z',
      '2026-11-01T00:00:00.000Z',
      '2026-11-02T00:00:00.000Z',
    ],
    // It ends now, also where the range goes on.
    ['to=2027-01-01T00:00:00Z', null, '2026-11-22T10:30:00.000Z'],
    ['from=2026-12-01T00:00:00Z', '2026-12-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z'],
  ])('of %s', (text, from, to) => {
    expect(frozen(text)).toMatchObject({ from, to, timezone: 'America/Chicago' });
  });

  it('keeps everything else', () => {
    const rest = 'statuses=Busy&sort=asc&columns=status&offset=50&call=abc&tab=raw';
    expect(frozen(`from=-7d&${rest}`)).toEqual({
      ...load(rest),
      from: '2026-11-15T10:30:00.000Z',
      to: '2026-11-22T10:30:00.000Z',
      timezone: 'America/Chicago',
    });
  });

  it('asks the same in every zone and at every time', () => {
    const ranges = fc.constantFrom(...RELATIVE_RANGES);
    const zones = fc.constantFrom('UTC', 'Asia/Tokyo', 'America/Chicago', 'Pacific/Auckland');
    fc.assert(
      fc.property(ranges, zones, zones, (from, zone, elsewhere) => {
        const address = frozen(`from=${from}&hours=8`, zone);
        expect(callsQueryOf(address, elsewhere)).toEqual(callsQueryOf(address, zone));
        expect(isLive(address, NOW.getTime() + 1)).toBe(false);
        expect(address.from !== null && address.to !== null && address.from <= address.to).toBe(
          true,
        );
      }),
    );
  });
});

describe('isLive', () => {
  it.each([
    ['', true],
    ['from=-7d', true],
    ['from=last-month', true],
    ['from=2026-11-01T00:00:00Z', true],
    ['to=2026-11-23T00:00:00Z', true],
    ['to=2026-11-01T00:00:00Z', false],
    ['from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z', false],
  ])('%s: %s', (text, live) => {
    expect(isLive(load(text), NOW.getTime())).toBe(live);
  });
});
