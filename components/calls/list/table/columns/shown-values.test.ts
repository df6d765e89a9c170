import { describe, expect, it } from 'vitest';
import { shownValues } from './shown-values';

const how = { isNumber: false, zone: 'America/Chicago', now: Date.parse('2026-11-30T12:00:00Z') };
const texts = (extraction: unknown, key: string, isNumber = false) =>
  shownValues(extraction, key, { ...how, isNumber }).values.map(({ text }) => text);

describe('extracted values in a cell', () => {
  it.each([
    [{ rate: 2250 }, 'rate', ['2,250']],
    [{ rate: '$2,250.50' }, 'rate', ['$2,250.50']],
    [{ rate: '2250 usd' }, 'rate', ['$2,250']],
    [{ lane: { weight: '45k lbs' } }, 'lane.weight', ['45,000 lbs']],
    [{ mc: '884213' }, 'mc', ['884213']],
    [{ ok: true, no: false }, 'no', ['No']],
    [{ ok: 'sí' }, 'ok', ['sí']],
    [{ day: '2026-11-30' }, 'day', ['Nov 30, 2026']],
    [{ day: '11/30/2026' }, 'day', ['Nov 30, 2026']],
    [{ at: '2026-11-30T02:00:00Z' }, 'at', ['Nov 29, 20:00:00']],
    [{ at: '2026-11-30T00:00:00Z' }, 'at', ['Nov 29, 18:00:00']],
    [{ at: '2026-11-30T02:00:00-0600' }, 'at', ['Nov 30, 02:00:00']],
    [{ at: '2026-11-30T14:00' }, 'at', ['Nov 30, 14:00:00']],
    [{ at: '2026-11-30 00:00:00' }, 'at', ['Nov 30, 00:00:00']],
    [
      { stops: [{ city: 'Gary' }, { city: 'Elgin' }, { city: 'Gary' }] },
      'stops.city',
      ['Gary', 'Elgin'],
    ],
    [{ a: null, b: '' }, 'b', []],
    [{ note: '<b>x</b>' }, 'note', ['<b>x</b>']],
    [{ lane: { origin: 'x' } }, 'lane', ['{"origin":"x"}']],
    [null, 'a', []],
  ])('%j at %s', (extraction, key, expected) => {
    expect(texts(extraction, key)).toEqual(expected);
  });

  it('take digits for a number where the key is of numbers', () => {
    expect(texts({ weight: '44000' }, 'weight', true)).toEqual(['44,000']);
  });

  it('are no longer than anybody reads', () => {
    const [{ text = '', title = '' } = {}] = shownValues(
      { a: 'x'.repeat(10_000) },
      'a',
      how,
    ).values;
    expect([text.length, title.length]).toEqual([501, 501]);
  });
});
