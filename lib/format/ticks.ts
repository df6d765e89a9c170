/** The finest step: amounts are whole millionths. */
const FINEST = -6;
const STEPS = [1, 2, 5] as const;

/**
 * Round marks for an axis: steps of 1, 2 or 5 times a power of ten, the finest with which no more than `count` marks
 * reach from `min` to `max`.
 */
export function niceTicks(min: number, max: number, count = 5): number[] {
  const [low, high] = min < max ? [min, max] : [Math.min(0, min), Math.max(0, max)];
  if (low === high) return niceTicks(low, low + 1, count);
  const span = high - low;
  let power = Math.max(FINEST, Math.floor(Math.log10(span / count)));
  for (;;) {
    for (const step of STEPS) {
      const marks = marksOf(low, high, step, power);
      if (marks.length <= Math.max(2, count)) return marks;
    }
    power += 1;
  }
}

/** Multiples, and not sums: those would be off by a little more each time. */
function marksOf(low: number, high: number, step: number, power: number): number[] {
  const scaled = (value: number) => (power < 0 ? value / 10 ** -power : value * 10 ** power);
  const first = Math.floor(rounded(low / scaled(step)));
  const last = Math.max(first + 1, Math.ceil(rounded(high / scaled(step))));
  // Many more than asked for are not worth writing down: the next step is tried.
  const many = Math.min(last - first + 1, 100);
  return Array.from({ length: many }, (_, at) => scaled((first + at) * step));
}

/** A quotient that is whole but for the last digits of a number is whole. */
function rounded(value: number): number {
  const near = Math.round(value);
  return Math.abs(value - near) < 1e-9 * Math.max(1, Math.abs(value)) ? near : value;
}
