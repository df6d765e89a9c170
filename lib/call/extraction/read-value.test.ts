import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_TEXT, readValue } from './read-value';

/** Letters, half letters, signs that mean something. */
const hostile = fc.constantFrom(...'aé1%2E., "', '\u0000', '\ud83d', '🚚', '\u202e', 'e\u0301');

describe('numbers', () => {
  it.each([
    ['0', 0, null],
    ['2250', 2250, null],
    ['1,250', 1250, null],
    ['1 250,5', 1250.5, null],
    ['$1,250.00', 1250, 'USD'],
    ['-$5', -5, 'USD'],
    ['$-5', -5, 'USD'],
    ['USD 1250', 1250, 'USD'],
    ['1250 USD', 1250, 'USD'],
    ['1250 usd', 1250, 'USD'],
    ['€1.250,00', 1250, 'EUR'],
    ['45k lbs', 45_000, 'lbs'],
    ['45K', 45_000, null],
    ['$1.2m', 1_200_000, 'USD'],
    ['1.5M', 1_500_000, null],
    ['5 m', 5, 'm'],
    ['−5 °F', -5, '°F'],
    ['34F', 34, '°F'],
    ['53 ft', 53, 'ft'],
    ["53'", 53, 'ft'],
    ['80%', 80, '%'],
    ['2.50 per mile', 2.5, '/mi'],
    ['$2.50/mile', 2.5, 'USD/mi'],
    ['2.5 $/mi', 2.5, 'USD/mi'],
    ['12 horas', 12, 'h'],
    ['44000 pounds', 44_000, 'lbs'],
    ['0.5', 0.5, null],
    ['0.0000001', 0, null],
  ])('%s', (text, number, unit) => {
    expect(readValue(text)).toMatchObject({ type: 'number', number, unit, text });
  });

  it.each([
    '',
    '007',
    '00',
    '312-555-0140',
    '(312) 555-0140',
    '3125550140',
    '+13125550140',
    '123456789012',
    '9007199254740993',
    '53 Main Street',
    '1st',
    '2nd',
    '5 pm',
    '12:30',
    '1.2.3',
    '1,2,3',
    '1,25,000',
    '12B',
    '- 5 -',
    '--5',
    '$',
    'k',
    '1e5',
    '0x10',
    'Infinity',
    'NaN',
    '=1+1',
    '1250 or 1300',
    '$1250 all in',
    'about 1250',
    'MC 884213',
    '٣',
    '½',
    '1k2',
    '5/mystery',
    '10-20',
  ])('not %j', (text) => {
    expect(readValue(text)).toMatchObject({ type: 'text', number: null, unit: null });
  });

  it('come as they are, too, unless nothing could ask for them', () => {
    expect(readValue(2250)).toMatchObject({ type: 'number', number: 2250, text: '2250' });
    expect(readValue(-0)).toMatchObject({ type: 'number', number: 0, text: '0' });
    expect(readValue(1e-7)).toMatchObject({ type: 'number', number: 0, text: '1e-7' });
    expect(readValue(9007199254740991)).toMatchObject({ type: 'text', number: null });
  });

  it('of nothing but digits may be codes', () => {
    expect(readValue('884213').digits).toBe(true);
    for (const other of ['884,213', '88.4', 884213, '$88', 'x'])
      expect(readValue(other).digits).toBe(false);
  });

  it('are read from any spelling of ours', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (cents) => {
        const value = cents / 100;
        const text = value.toLocaleString('en-US', { style: 'currency', currency: 'USD' });
        expect(readValue(text)).toMatchObject({ number: value, unit: 'USD' });
        expect(readValue(value.toLocaleString('en-US')).number).toBe(value + 0);
      }),
    );
  });
});

describe('dates', () => {
  it.each([
    ['2026-11-30', '2026-11-30T00:00:00Z'],
    ['2026-11-30T08:30', '2026-11-30T08:30:00Z'],
    ['2026-11-30 08:30:15', '2026-11-30T08:30:15Z'],
    ['2026-11-30T08:30:15.123Z', '2026-11-30T08:30:15.123Z'],
    ['2026-11-30T08:30-06:00', '2026-11-30T14:30:00Z'],
    ['2026-11-30T08:30-0600', '2026-11-30T14:30:00Z'],
    ['11/30/2026', '2026-11-30T00:00:00Z'],
    ['5/5/2026', '2026-05-05T00:00:00Z'],
    ['Nov 30, 2026', '2026-11-30T00:00:00Z'],
    ['November 30th 2026', '2026-11-30T00:00:00Z'],
    ['30 Nov 2026', '2026-11-30T00:00:00Z'],
  ])('%s', (text, instant) => {
    expect(readValue(text)).toMatchObject({ type: 'date', number: Date.parse(instant), text });
  });

  it.each([
    '11/12/2026',
    '30/11/2026',
    '2026-02-30',
    '11/30/26',
    'Foo 30, 2026',
    '2026-13-01',
    '0001-01-01',
    '2026-11-30T25:00',
  ])('not %s', (text) => {
    expect(readValue(text)).toMatchObject({ type: 'text', number: null });
  });
});

describe('other values', () => {
  it('say yes or no in the languages of the calls', () => {
    for (const text of ['yes', 'No', 'TRUE', 'sí', 'Não', 'nein', 'oui', 'tak'])
      expect(readValue(text)).toMatchObject({ type: 'boolean', text });
    expect(readValue(true)).toMatchObject({ type: 'boolean', text: 'true' });
    expect(readValue('not yet').type).toBe('text');
  });

  it('are objects without a text', () => {
    expect(readValue({ a: 1 })).toEqual({
      type: 'object',
      text: null,
      number: null,
      unit: null,
      digits: false,
    });
  });

  it('are texts in one form, no longer than a filter can name', () => {
    expect(readValue('Cafe\u0301').text).toBe('Caf\u00e9');
    expect(readValue('\ud83d').text).toBe('\ufffd');
    const long = readValue('x'.repeat(10_000)).text ?? '';
    expect([long.length, long.at(-1)]).toEqual([MOST_TEXT, '…']);
    expect(readValue('x'.repeat(MOST_TEXT)).text).toBe('x'.repeat(MOST_TEXT));
  });

  it('never throw, and have a number only where they are one', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: hostile }), fc.stringMatching(/^[-$\d.,kKm %/a-z]{0,12}$/)),
        (text) => {
          const { type, number, text: kept } = readValue(text);
          expect(number !== null).toBe(type === 'number' || type === 'date');
          expect(kept).not.toMatch(/\p{Cs}/u);
          // What is kept is read the same.
          expect(readValue(kept ?? '').type).toBe(type);
        },
      ),
    );
  });
});
