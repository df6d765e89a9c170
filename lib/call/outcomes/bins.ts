/** Bins of equal width, in whole units such as millionths: the first begins at `start`. */
export type Bins = { start: number; width: number; count: number };

const STEPS = [1, 2, 5];

/** At most `most` bins of a round width, which begin at a multiple of it and hold both ends. */
export function binsOf(min: number, max: number, most: number): Bins {
  for (let power = 1; ; power *= 10) {
    for (const step of STEPS) {
      const width = step * power;
      const first = Math.floor(min / width);
      const count = Math.floor(max / width) - first + 1;
      if (count <= most) return { start: first * width, width, count };
    }
  }
}

/** One of the bins: `from` is in it, `to` is not. */
export function binAt({ start, width }: Bins, at: number): { from: number; to: number } {
  return { from: start + at * width, to: start + (at + 1) * width };
}
