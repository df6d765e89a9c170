import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractedLabel, keyLabel } from './key-label';

describe('keyLabel', () => {
  it.each([
    ['offered_rate', 'Offered rate'],
    ['offeredRate', 'Offered rate'],
    ['pickup-date', 'Pickup date'],
    ['mc_number', 'MC number'],
    ['loadId', 'Load ID'],
    ['MC', 'MC'],
    ['leg2_miles', 'Leg2 miles'],
    ['Carrier name', 'Carrier name'],
    ['', ''],
    ['_private', '_private'],
    ['key with spaces, commas & <tags>', 'key with spaces, commas & <tags>'],
    ['شركة', 'شركة'],
  ])('%j reads %j', (key, label) => {
    expect(keyLabel(key)).toBe(label);
  });

  it('keeps every letter and digit of every key, in order', () => {
    const letters = (text: string) => text.replace(/[_ -]/g, '').toLowerCase();
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z0-9_ -]{0,20}$/)), (key) => {
        expect(letters(keyLabel(key))).toBe(letters(key));
      }),
    );
  });
});

it.each([
  ['lane.origin', 'Lane origin'],
  ['agreed_rate', 'Agreed rate'],
  ['stops.City name', 'Stops city name'],
  ['a%2Eb', 'a.b'],
  ['__proto__', '__proto__'],
  ['🚚.%2C', '🚚 ,'],
])('the extracted value %s is called %s', (key, label) => {
  expect(extractedLabel(key)).toBe(label);
});
