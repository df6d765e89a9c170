/**
 * A seeded stream of random numbers: the same seed gives the same stream on every machine, so demo data
 * can be compared byte for byte. Not for secrets.
 */
export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One item; throws RangeError for an empty list. */
  pick<T>(items: readonly T[]): T;
  /** One value, each as likely as its weight says; throws RangeError for an empty list. */
  weighted<T>(entries: readonly (readonly [T, number])[]): T;
  /** Lower-case hexadecimal digits. */
  hex(length: number): string;
  /** A whole number around `typical` with a long tail upwards, never below `least`. */
  skewed(typical: number, least: number): number;
};

export function createRandom(seed: string): Random {
  const word = sfc32(hashWords(seed));
  const next = () => word() / 4294967296;
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => itemAt(items, Math.floor(next() * items.length)),
    weighted: (entries) => weightedValue(entries, next()),
    hex: (length) => {
      let digits = '';
      while (digits.length < length) digits += word().toString(16).padStart(8, '0');
      return digits.slice(0, length);
    },
    skewed: (typical, least) =>
      Math.max(least, Math.round(typical * Math.exp((next() + next() + next() - 1.5) * 0.9))),
  };
}

function itemAt<T>(items: readonly T[], index: number): T {
  if (index >= items.length) throw new RangeError('cannot pick from an empty list');
  return items[index] as T; // index is within bounds, see above
}

function weightedValue<T>(entries: readonly (readonly [T, number])[], position: number): T {
  let total = 0;
  for (const entry of entries) total += entry[1];
  let rest = position * total;
  for (const [value, weight] of entries) {
    rest -= weight;
    if (rest < 0) return value;
  }
  return itemAt(entries, entries.length - 1)[0];
}

/** Four well-mixed 32-bit words of a text (cyrb128). */
function hashWords(text: string): [number, number, number, number] {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a];
}

/** The small fast counter generator of PractRand, 32-bit words. */
function sfc32(words: [number, number, number, number]): () => number {
  let [a, b, c, counter] = words;
  const step = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round++) step();
  return step;
}
