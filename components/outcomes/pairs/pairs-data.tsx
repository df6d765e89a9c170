import { CallsLink } from '@/components/figures/calls-link';
import { type ChartData, type Column, chartDataOf } from '@/components/figures/save/chart-data';
import { formatCount } from '@/lib/format/number';
import type { PairMark, PairWords } from './pair-marks';

/** Every mark as a row: points with their numbers, cells with both ends of each bin. */
export function pairsData(
  marks: readonly PairMark[],
  { x, y }: PairWords,
  binned: boolean,
): ChartData {
  const number = (
    name: string,
    value: (mark: PairMark) => number,
    write: (value: number) => string,
  ): Column<PairMark> => ({
    name,
    numeric: true,
    value,
    cell: (mark) => write(value(mark)),
  });
  const axis = (of: 'x' | 'y', { label, write }: PairWords['x']) =>
    binned
      ? [
          number(`${label} from`, (mark) => mark[of].min, write),
          number(`${label} to`, (mark) => mark[of].max, write),
        ]
      : [number(label, (mark) => mark[of].min, write)];
  const columns: Column<PairMark>[] = [
    ...axis('x', x),
    ...axis('y', y),
    {
      name: 'Calls',
      numeric: true,
      value: ({ calls }) => calls,
      cell: (mark) => <MarkLink mark={mark} />,
    },
  ];
  return chartDataOf(columns, marks, ({ key }) => key);
}

function MarkLink({ mark: { calls, href } }: { mark: PairMark }) {
  return <CallsLink href={href()}>{formatCount(calls)}</CallsLink>;
}
