import { memo } from 'react';
import { colorSteps, stepColor, stepOf } from '@/components/costs/when/week';
import type { PairMark } from './pair-marks';

type PairsMarksProps = {
  marks: readonly PairMark[];
  placeOf: (mark: PairMark) => { x: number; y: number; width: number; height: number };
  binned: boolean;
};

const SMALLEST = 3;
const LARGEST = 9;

/** Points, the larger the more calls they stand for, or cells, the darker the more there are. */
export function PairsMarks({ marks, placeOf, binned }: PairsMarksProps) {
  if (!binned)
    return marks.map((mark) => {
      const { x, y } = placeOf(mark);
      return <Point key={mark.key} x={x} y={y} calls={mark.calls} />;
    });
  const steps = colorSteps(marks.map(({ calls }) => calls));
  return marks.map((mark) => (
    <rect
      key={mark.key}
      {...placeOf(mark)}
      fill={stepColor(stepOf(mark.calls, steps), steps.length)}
      stroke="var(--canvas)"
    />
  ));
}

/** There are thousands of them, and a pointer that moves changes none. */
const Point = memo(function Point({ x, y, calls }: { x: number; y: number; calls: number }) {
  const radius = Math.min(LARGEST, SMALLEST * Math.sqrt(calls));
  return <circle cx={x} cy={y} r={radius} fill="var(--accent)" fillOpacity={0.55} />;
});
