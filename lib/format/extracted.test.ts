import { describe, expect, it } from 'vitest';
import { formatFoundDate, formatQuantity } from './extracted';

describe('numbers that were found out', () => {
  it.each([
    [2250, 'USD', '$2,250'],
    [2250.5, 'USD', '$2,250.50'],
    [-5, 'USD', '-$5'],
    [2.5, 'USD/mi', '$2.50/mi'],
    [2.5, '/mi', '2.5/mi'],
    [45_000, 'lbs', '45,000 lbs'],
    [80, '%', '80%'],
    [-5.25, '°F', '-5.25 °F'],
    [1250, null, '1,250'],
    [0.0000014, null, '0.000001'],
  ])('%s in %s', (number, unit, text) => {
    expect(formatQuantity(number, unit)).toBe(text);
  });
});

describe('dates that were found out', () => {
  const now = Date.parse('2026-11-30T12:00:00Z');

  it('are the same day in every zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'America/Chicago', 'UTC'])
      expect(formatFoundDate('2026-11-30', zone, now)).toBe('Nov 30, 2026');
  });

  it('are by the clocks of the zone where they are instants', () => {
    const text = formatFoundDate('2026-11-30T02:00:00Z', 'America/Chicago', now);
    expect(text).toBe('Nov 29, 20:00:00');
    expect(formatFoundDate('2026-11-30T02:00', 'America/Chicago', now)).toBe(text);
    expect(formatFoundDate('2026-99-99T00:00', 'UTC', now)).toBe('2026-99-99T00:00');
  });
});
