'use client';

import { colorSteps, stepColor } from '@/components/costs/when/week';
import { ChartCard } from '@/components/figures/chart-card';
import { useOutcomesView } from '@/components/outcomes/view/use-outcomes';
import { writeFigure } from '@/components/outcomes/view/write';
import { usePrinting } from '@/components/print/use-printing';
import { Choice } from '@/components/ui/choice';
import { lazily } from '@/components/ui/lazily';
import type { OutcomePairsResponse } from '@/lib/call/answers/outcomes-responses';
import { formatCount } from '@/lib/format/number';
import { useAddress } from '@/lib/url/use-address';
import { type PairMark, type PairWords, pairMarks } from './pair-marks';
import { pairsData } from './pairs-data';
import { pairsSummary } from './pairs-words';
import { usePairs } from './use-pairs';

const PairsDrawing = lazily(() => import('./pairs-drawing'));

type PairsCardProps = {
  field: string;
  /** The keys that its numbers can be drawn against, the one that is shown among them. */
  others: readonly string[];
  against: string;
  labelOf: (key: string) => string;
};

/** So many points fit on paper beside their drawing. */
const ON_PAPER = 200;

/** The numbers under two keys against each other, each point and each cell with the way to its calls. */
export function PairsCard({ field, against, others, labelOf }: PairsCardProps) {
  const { address } = useOutcomesView();
  const { choose } = useAddress();
  const result = usePairs(field, against);
  const printing = usePrinting();
  const name = `${labelOf(field)} against ${labelOf(against)}`;
  const wordsOf = ({ x, y }: OutcomePairsResponse): PairWords => ({
    x: { label: labelOf(field), write: (value) => writeFigure(value, x.unit) },
    y: { label: labelOf(against), write: (value) => writeFigure(value, y.unit) },
  });
  const marksOf = (data: OutcomePairsResponse) =>
    pairMarks(data, address, { field, against }, wordsOf(data));
  return (
    <ChartCard
      name={name}
      alone
      result={result}
      height="h-96"
      controls={
        <Choice
          label="Against"
          value={against}
          values={others}
          nameOf={labelOf}
          onChoose={(chosen) => choose({ against: chosen })}
          className="max-w-48"
        />
      }
      empty={({ calls, filled }) =>
        calls === 0
          ? 'No call matches these filters in this range.'
          : filled === 0
            ? `On none of these ${formatCount(calls)} calls are both numbers.`
            : null
      }
      summary={(data) => pairsSummary(data, wordsOf(data))}
      legend={(data) => legendOf(data)}
      chart={(data) => (
        <PairsDrawing title={name} data={data} marks={marksOf(data)} words={wordsOf(data)} />
      )}
      chartData={(data) => {
        const marks = marksOf(data);
        return pairsData(printing ? mostCalls(marks) : marks, wordsOf(data), data.points === null);
      }}
      below={({ points }) =>
        printing &&
        points !== null &&
        points.length > ON_PAPER && (
          <p className="text-xs text-muted">
            Of {formatCount(points.length)} points the {ON_PAPER} with most calls are listed on
            paper; the CSV has all of them.
          </p>
        )
      }
    />
  );
}

function mostCalls(marks: readonly PairMark[]): readonly PairMark[] {
  if (marks.length <= ON_PAPER) return marks;
  return [...marks].sort((a, b) => b.calls - a.calls).slice(0, ON_PAPER);
}

/** What the colours of cells mean; points speak for themselves. */
function legendOf({ cells }: OutcomePairsResponse) {
  if (!cells) return [];
  const steps = colorSteps(cells.counts.map(({ calls }) => calls));
  return steps.map(({ from, to }, at) => ({
    label: `${formatCount(from)} – ${formatCount(to)}${at === steps.length - 1 ? ' calls' : ''}`,
    color: stepColor(at, steps.length),
  }));
}
