import type { OutcomePairsResponse } from '@/lib/call/answers/outcomes-responses';
import { niceTicks } from '@/lib/format/ticks';
import type { Bounds } from './pair-links';

/** Where numbers of a key are along an axis, from 0 to 1, and what is written at it. */
export type PairScale = {
  /** Where a mark begins and ends. */
  span: (bounds: Bounds) => readonly [number, number];
  ticks: readonly { at: number; value: number }[];
};

/** Of both keys. Points stand by their numbers, cells beside each other: the outermost are wider than the others. */
export function pairScales(
  { points, cells }: Pick<OutcomePairsResponse, 'points' | 'cells'>,
  marks: number,
): { x: PairScale; y: PairScale } {
  if (cells && !points) return { x: ofBins(cells.x, marks), y: ofBins(cells.y, marks) };
  const of = (axis: 'x' | 'y') =>
    ofNumbers(
      (points ?? []).map((point) => point[axis]),
      marks,
    );
  return { x: of('x'), y: of('y') };
}

function ofNumbers(numbers: readonly number[], marks: number): PairScale {
  const [least, most] = numbers.reduce(
    ([low, high], each) => [Math.min(low, each), Math.max(high, each)],
    [Infinity, -Infinity],
  );
  const values = niceTicks(least, most, marks);
  const [first = 0, last = 1] = [values[0], values.at(-1)];
  const place = (value: number) => (last === first ? 0.5 : (value - first) / (last - first));
  return {
    span: ({ min, max }) => [place(min), place(max)],
    ticks: values.map((value) => ({ at: place(value), value })),
  };
}

function ofBins(bins: readonly Bounds[], marks: number): PairScale {
  const every = Math.max(1, Math.ceil(bins.length / marks));
  return {
    span: ({ min }) => {
      const at = bins.findIndex((bin) => bin.min === min);
      return [at / bins.length, (at + 1) / bins.length];
    },
    ticks: bins.flatMap(({ min }, at) =>
      at % every === 0 ? [{ at: at / bins.length, value: min }] : [],
    ),
  };
}
