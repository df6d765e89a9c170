import type { CallRating } from '@/lib/call/call';
import { addressOf } from './review';

/** How far two people agree on the calls that both have rated. */
export type PairAgreement = {
  /** Their addresses, in alphabetical order. */
  raters: [string, string];
  /** How many calls both have rated. */
  calls: number;
  /** On how many of these both gave the same. */
  agreed: number;
  /**
   * Cohen's kappa: how much more they agree than they would by chance, 1 at most, below 0 where it is less than that.
   * Null where chance alone would have them agree: both gave one and the same all the time.
   */
  kappa: number | null;
};

/** What two people gave, and how often: who gave several emoji to a call gave all of them together. */
type Pair = { raters: [string, string]; given: Map<string, Map<string, number>> };

/** Counts how far people agree, call by call. Ratings of nobody knows whom are left out. */
export function createAgreement() {
  const pairs = new Map<string, Pair>();
  return {
    add(ratings: readonly CallRating[] | null | undefined): void {
      const given = [...givenBy(ratings)].sort(([a], [b]) => compare(a, b));
      given.forEach(([one, ones], at) => {
        for (const [other, others] of given.slice(at + 1)) {
          const key = JSON.stringify([one, other]);
          const pair: Pair = pairs.get(key) ?? { raters: [one, other], given: new Map() };
          const counts = pair.given.get(ones) ?? new Map<string, number>();
          counts.set(others, (counts.get(others) ?? 0) + 1);
          pairs.set(key, { ...pair, given: pair.given.set(ones, counts) });
        }
      });
    },
    /** Who has rated most calls together first. */
    pairs: (): PairAgreement[] =>
      [...pairs.values()]
        .map(agreementOf)
        .sort(
          (a, b) =>
            b.calls - a.calls ||
            compare(a.raters[0], b.raters[0]) ||
            compare(a.raters[1], b.raters[1]),
        ),
  };
}

function givenBy(ratings: readonly CallRating[] | null | undefined): Map<string, string> {
  const emojis = new Map<string, Set<string>>();
  for (const { email, emoji } of ratings ?? []) {
    const who = addressOf(email);
    if (emoji && who !== '') emojis.set(who, (emojis.get(who) ?? new Set()).add(emoji));
  }
  return new Map([...emojis].map(([who, all]) => [who, JSON.stringify([...all].sort())]));
}

function agreementOf({ raters, given }: Pair): PairAgreement {
  const ones = new Map<string, number>();
  const others = new Map<string, number>();
  let [calls, agreed] = [0, 0];
  for (const [one, counts] of given) {
    for (const [other, count] of counts) {
      calls += count;
      if (one === other) agreed += count;
      ones.set(one, (ones.get(one) ?? 0) + count);
      others.set(other, (others.get(other) ?? 0) + count);
    }
  }
  // Whole numbers as long as possible: where chance explains all there is exactly nothing left.
  const byChance = [...ones].reduce((sum, [what, n]) => sum + n * (others.get(what) ?? 0), 0);
  const beyond = calls * calls - byChance;
  const kappa = beyond === 0 ? null : (calls * agreed - byChance) / beyond;
  return { raters, calls, agreed, kappa };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
