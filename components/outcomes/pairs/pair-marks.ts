import type { OutcomePairsResponse } from '@/lib/call/answers/outcomes-responses';
import { plural } from '@/lib/format/number';
import type { Address } from '@/lib/url/address';
import { type Bounds, callHref, type PairKeys, pairHref } from './pair-links';

/** A point or a cell: where it is, how many calls it stands for, and the way to them. */
export type PairMark = {
  key: string;
  x: Bounds;
  y: Bounds;
  calls: number;
  /** Its numbers and its calls in words. */
  name: string;
  /** Null where no filter leads to exactly these calls. There are thousands: each is made when it is needed. */
  href: () => string | null;
};

/** How both keys are called and their numbers written. */
export type PairWords = {
  x: { label: string; write: (value: number) => string };
  y: { label: string; write: (value: number) => string };
};

/** Everything that is drawn, from left to right. */
export function pairMarks(
  data: OutcomePairsResponse,
  address: Address,
  keys: PairKeys,
  words: PairWords,
): PairMark[] {
  const { points, cells } = data;
  const mark = (x: Bounds, y: Bounds, calls: number, names: [string, string]): PairMark => ({
    key: `${x.min} ${y.min}`,
    x,
    y,
    calls,
    name: `${words.x.label} ${names[0]}, ${words.y.label} ${names[1]}: ${plural(calls, 'call')}`,
    href: () => pairHref(address, data, keys, { x, y }),
  });
  if (points)
    return points.map(({ x, y, calls, id }) => {
      const at = mark({ min: x, max: x }, { min: y, max: y }, calls, [
        words.x.write(x),
        words.y.write(y),
      ]);
      return id === null
        ? at
        : {
            ...at,
            href: () =>
              pairHref(address, data, keys, at, { call: id }) ?? callHref(address, data, id),
          };
    });
  const { x: along = [], y: up = [], counts = [] } = cells ?? {};
  return counts.flatMap(({ x, y, calls }) => {
    const [column, row] = [along[x], up[y]];
    if (!column || !row) return [];
    return mark(column, row, calls, [
      binName(along, x, words.x.write),
      binName(up, y, words.y.write),
    ]);
  });
}

/** `$1,000 to under $1,100`: it ends where the next one begins, the last one with its largest number. */
function binName(bins: readonly Bounds[], at: number, write: (value: number) => string): string {
  const [bin, next] = [bins[at], bins[at + 1]];
  if (!bin) return '';
  return next
    ? `${write(bin.min)} to under ${write(next.min)}`
    : `${write(bin.min)} to ${write(bin.max)}`;
}

/** The mark that lies nearest to a place, each mark's own place in the same units; undefined where there is none. */
export function nearest<Mark>(
  marks: readonly Mark[],
  placeOf: (mark: Mark) => readonly [number, number],
  [x, y]: readonly [number, number],
): number | undefined {
  let found: number | undefined;
  let least = Infinity;
  for (const [at, mark] of marks.entries()) {
    const [left, top] = placeOf(mark);
    const apart = (left - x) ** 2 + (top - y) ** 2;
    if (apart >= least) continue;
    least = apart;
    found = at;
  }
  return found;
}
