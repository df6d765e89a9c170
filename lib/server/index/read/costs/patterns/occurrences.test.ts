import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOf } from '@/lib/server/index/model.test-model';
import { occurrencesOf } from './occurrences';

const ZONES = [
  'UTC',
  'America/Chicago',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Europe/Berlin',
  'America/Santiago',
  'Africa/Casablanca',
];
const STEP = 300_000;

/** Every five minutes, looked up on the clock. */
function walked(from: number, to: number, zone: string): number[] {
  const hours = Array.from({ length: 168 }, () => 0);
  for (let at = from; at < to; at += STEP) {
    const [weekday, hour] = clockOf(at, zone);
    const place = (weekday - 1) * 24 + hour;
    hours[place] = (hours[place] ?? 0) + (Math.min(at + STEP, to) - at) / 3_600_000;
  }
  return hours;
}

const place = (weekday: number, hour: number) => (weekday - 1) * 24 + hour;

describe('how often the hours of the week came round', () => {
  it.each([
    ['a week', '2026-11-02T06:00Z', '2026-11-09T06:00Z', place(3, 10), 1],
    ['Thursdays in October', '2026-10-01T05:00Z', '2026-11-01T05:00Z', place(4, 9), 5],
    ['Mondays in October', '2026-10-01T05:00Z', '2026-11-01T05:00Z', place(1, 9), 4],
    ['an hour that is repeated', '2026-11-01T05:00Z', '2026-11-02T06:00Z', place(7, 1), 2],
    ['an hour that is skipped', '2026-03-08T06:00Z', '2026-03-09T05:00Z', place(7, 2), 0],
    ['half an hour', '2026-11-02T16:30Z', '2026-11-02T18:00Z', place(1, 10), 0.5],
    ['no time', '2026-11-02T16:30Z', '2026-11-02T16:30Z', place(1, 10), 0],
    ['a range that ends before it begins', '2026-11-03T00:00Z', '2026-11-02T00:00Z', 0, 0],
  ])('%s', (_, from, to, hour, times) => {
    const found = occurrencesOf(Date.parse(from), Date.parse(to), 'America/Chicago');
    expect(found[hour]).toBeCloseTo(times, 9);
  });

  it('is what a walk along the clock finds, over months and changes of clocks', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(2024, 0) / STEP, max: Date.UTC(2027, 0) / STEP }),
        fc.oneof(fc.nat(3000), fc.nat(26_000)),
        fc.nat(STEP - 1),
        (zone, start, steps, more) => {
          const from = start * STEP;
          const to = from + steps * STEP + more;
          const found = occurrencesOf(from, to, zone);
          const model = walked(from, to, zone);
          found.forEach((times, hour) => {
            expect(times).toBeCloseTo(model[hour] ?? -1, 6);
          });
          const all = found.reduce((sum, times) => sum + times, 0);
          expect(all).toBeCloseTo((to - from) / 3_600_000, 6);
        },
      ),
      { numRuns: 30 },
    ));
});
