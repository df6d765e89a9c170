import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAgreement } from './agreement';

type Given = { email: string | null; emoji: string | null };

const by = (email: string | null, ...emojis: string[]): Given[] =>
  emojis.map((emoji) => ({ email, emoji }));

function pairsOf(calls: readonly (readonly Given[] | null)[]) {
  const agreement = createAgreement();
  for (const ratings of calls) agreement.add(ratings);
  return agreement.pairs();
}

/** Calls that a and b rated, so many of each combination. */
const table = (counts: readonly [string, string, number][]) =>
  counts.flatMap(([a, b, count]) =>
    Array.from({ length: count }, () => [...by('a@x', a), ...by('b@x', b)]),
  );

describe('kappa', () => {
  it.each([
    // The example of the literature: 20 yes and yes, 5 yes and no, 10 no and yes, 15 no and no.
    [
      [
        ['✅', '✅', 20],
        ['✅', '👎', 5],
        ['👎', '✅', 10],
        ['👎', '👎', 15],
      ],
      50,
      35,
      0.4,
    ],
    // As often the same as there, with other margins.
    [
      [
        ['✅', '✅', 45],
        ['✅', '👎', 15],
        ['👎', '✅', 25],
        ['👎', '👎', 15],
      ],
      100,
      60,
      0.1304,
    ],
    [
      [
        ['✅', '✅', 25],
        ['✅', '👎', 35],
        ['👎', '✅', 5],
        ['👎', '👎', 35],
      ],
      100,
      60,
      0.2593,
    ],
    [
      [
        ['✅', '✅', 3],
        ['👎', '👎', 2],
        ['🚨', '🚨', 1],
      ],
      6,
      6,
      1,
    ],
    [
      [
        ['✅', '👎', 1],
        ['👎', '✅', 1],
      ],
      2,
      0,
      -1,
    ],
    // One of them always gave the same: no better than chance.
    [
      [
        ['✅', '✅', 9],
        ['✅', '👎', 1],
      ],
      10,
      9,
      0,
    ],
    [[['✅', '👎', 4]], 4, 0, 0],
    // Both always gave the same: chance alone would have them agree.
    [[['✅', '✅', 7]], 7, 7, null],
  ] as const)('of %j', (counts, calls, agreed, kappa) => {
    const [pair, ...rest] = pairsOf(table(counts.map(([a, b, n]) => [a, b, n])));
    expect(rest).toEqual([]);
    expect(pair).toMatchObject({ raters: ['a@x', 'b@x'], calls, agreed });
    if (kappa === null) expect(pair?.kappa).toBeNull();
    else expect(pair?.kappa).toBeCloseTo(kappa, 4);
  });
});

describe('agreement', () => {
  it('is of calls that both have rated, by people who are known', () => {
    expect(
      pairsOf([
        null,
        [],
        by('a@x', '✅'),
        [...by('a@x', '✅'), ...by(null, '✅'), ...by(' ', '👎')],
        [...by('b@x', '✅'), { email: 'a@x', emoji: null }],
      ]),
    ).toEqual([]);
  });

  it('takes spellings of an address for one person, and several emoji of one person together', () => {
    const pairs = pairsOf([
      [...by('b@x', '✅', '🚨'), ...by(' A@X ', '🚨', '✅')],
      [...by('a@x', '✅'), ...by('B@x', '✅', '🚨')],
    ]);
    expect(pairs).toEqual([{ raters: ['a@x', 'b@x'], calls: 2, agreed: 1, kappa: 0 }]);
  });

  it('is told of every pair, of most calls first', () => {
    const three = [...by('c@x', '✅'), ...by('a@x', '✅'), ...by('b@x', '👎')];
    expect(
      pairsOf([three, [...by('c@x', '✅'), ...by('b@x', '👎')]]).map(({ raters, calls }) => [
        ...raters,
        calls,
      ]),
    ).toEqual([
      ['b@x', 'c@x', 2],
      ['a@x', 'b@x', 1],
      ['a@x', 'c@x', 1],
    ]);
  });

  it('is what the definition says, whatever was given', () => {
    const emoji = fc.constantFrom('✅', '👎', '🚨', 'meh');
    const who = fc.constantFrom('a@x', 'b@x', 'c@x', 'A@x', null);
    const call = fc.array(fc.record({ email: who, emoji: fc.option(emoji) }), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(call, { maxLength: 40 }), (calls) => {
        const named = ['a@x', 'b@x', 'c@x'];
        const expected = named.flatMap((one, at) =>
          named.slice(at + 1).flatMap((other) => plainly(calls, one, other)),
        );
        const found = pairsOf(calls);
        expect(found).toHaveLength(expected.length);
        for (const { kappa, ...pair } of expected) {
          const same = found.find(({ raters }) => raters.join() === pair.raters.join());
          expect(same).toMatchObject(pair);
          if (kappa === null) expect(same?.kappa).toBeNull();
          else expect(same?.kappa).toBeCloseTo(kappa, 9);
          expect(same?.kappa ?? 0).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

/** Kappa as textbooks write it: (p − e) / (1 − e). */
function plainly(calls: readonly (readonly Given[])[], one: string, other: string) {
  const given = (call: readonly Given[], who: string) =>
    [...new Set(call.filter((r) => r.email?.toLowerCase() === who).flatMap((r) => r.emoji ?? []))]
      .sort()
      .join(' ');
  const both = calls
    .map((call) => [given(call, one), given(call, other)] as const)
    .filter(([a, b]) => a !== '' && b !== '');
  if (both.length === 0) return [];
  const part = (is: (each: readonly [string, string]) => boolean) =>
    both.filter(is).length / both.length;
  const p = part(([a, b]) => a === b);
  const kinds = [...new Set(both.flat())];
  const e = kinds.reduce(
    (sum, kind) => sum + part(([a]) => a === kind) * part(([, b]) => b === kind),
    0,
  );
  const kappa = kinds.length === 1 ? null : (p - e) / (1 - e);
  const agreed = both.filter(([a, b]) => a === b).length;
  return [{ raters: [one, other], calls: both.length, agreed, kappa }];
}
