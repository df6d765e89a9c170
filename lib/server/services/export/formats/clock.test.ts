import { fromAbsolute } from '@internationalized/date';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localClock } from './clock';

const ZONES = [
  'UTC',
  'America/Chicago',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
];

describe('a local clock', () => {
  it('shows what the calendar library shows, on the days clocks change too', () => {
    const changes = ['2026-03-08T08:00:00Z', '2026-11-01T07:00:00Z', '2026-04-04T15:00:00Z'];
    const near = fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -90_000, max: 90_000 }))
      .map(([change, seconds]) => Date.parse(change) + seconds * 1000);
    const any = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2035, 0) });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.oneof(near, any), (zone, instant) => {
        const { year, month, day, hour, minute, second } = fromAbsolute(instant, zone);
        const pad = (value: number) => String(value).padStart(2, '0');
        expect(localClock(zone)(new Date(instant).toISOString())).toBe(
          `${year}-${pad(month)}-${pad(day)} ${pad(hour)}:${pad(minute)}:${pad(second)}`,
        );
      }),
      { numRuns: 500 },
    );
  });
});
