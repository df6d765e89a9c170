import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eachPlace, packPlaces } from './packed-places';

function unpacked(bytes: Uint8Array): [number, number][] {
  const found: [number, number][] = [];
  eachPlace(bytes, (place, sides) => found.push([place, sides]));
  return found;
}

it('gives back every place with who spoke there, however close together they lie', () => {
  const places = fc.oneof(
    fc.uniqueArray(fc.nat(2 ** 31 - 1), { minLength: 1, maxLength: 30 }),
    fc.uniqueArray(fc.nat(300), { minLength: 1, maxLength: 250 }),
  );
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 7 }), places), { selector: ([s]) => s }),
      (groups) => {
        const sorted = groups.map(
          ([sides, some]) => [sides, [...some].sort((a, b) => a - b)] as const,
        );
        const expected = sorted.flatMap(([sides, some]) => some.map((place) => [place, sides]));
        expect(unpacked(packPlaces(new Map(sorted)))).toEqual(expected);
      },
    ),
  );
});

it('takes a bit for each place where nearly all have a word, and a few bytes where hardly any', () => {
  const all = Array.from({ length: 8000 }, (_, place) => place + 5);
  expect(packPlaces(new Map([[1, all]])).length).toBeLessThan(1010);
  expect(packPlaces(new Map([[2, [70_000]]])).length).toBeLessThan(5);
});
