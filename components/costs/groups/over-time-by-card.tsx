'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { ChartCard } from '@/components/costs/cards/chart-card';
import { TooFine } from '@/components/costs/cards/over-time/too-many-bars';
import { isTooFine, useSums } from '@/components/costs/tiles/use-sums';
import { nothingToDraw } from '@/components/costs/view/amounts';
import { bucketHref } from '@/components/costs/view/drill-down';
import { groupSeriesQuery } from '@/components/costs/view/questions';
import { useCostsView, useMoney } from '@/components/costs/view/use-costs-view';
import { breakdownOf, definitionOf } from '@/components/costs/view/view';
import { useTime } from '@/components/shell/context/time-context';
import { lazily } from '@/components/ui/lazily';
import { groupsQueryOptions } from '@/lib/api/costs';
import type { BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import { isStacked, seriesAmounts, seriesBuckets, seriesLines } from './group-series';
import { groupSeriesData } from './group-series-data';
import { MeasureChoice } from './measure-choice';
import { measureName, measureWriter } from './measures';

const GroupSeriesChart = lazily(() => import('./group-series-chart'));

/** The groups over time, by cost or by another measure: drawn, or as a table of groups by buckets. */
export function OverTimeByCard() {
  const view = useCostsView();
  const { zone } = useTime();
  const money = useMoney();
  const router = useRouter();
  const result = useQuery(groupsQueryOptions(groupSeriesQuery(view)));
  const { measure, interval } = view;
  const { label, many } = breakdownOf(view.breakdown);
  const name = `${many} over time`;
  const writeOf = (data: BreakdownResponse) =>
    measureWriter(measure, money.of(seriesAmounts(data)));
  const linesOf = (data: BreakdownResponse) => seriesLines(data, measure);
  const sums = useSums(view).result.data;
  if (isTooFine(result.error) && sums)
    return (
      <figure aria-label={name} className="border-b border-line px-4 py-5 md:px-6">
        <h2 className="text-base font-semibold">{name}</h2>
        <div className="flex h-40 items-center justify-center text-center">
          <TooFine interval={interval} range={sums.periods.current} />
        </div>
      </figure>
    );
  return (
    <ChartCard
      name={name}
      // It tells of the range itself, also where the page compares it.
      alone
      result={result}
      height="h-72"
      controls={<MeasureChoice definitions={view.successes} measure={measure} />}
      empty={({ totals, groups }) =>
        groups.length === 0
          ? 'No call matches these filters in this range.'
          : measure === 'cost' || definitionOf(measure) !== null
            ? nothingToDraw(totals)
            : null
      }
      summary={({ overlapping }) =>
        `${measureName(measure, view.successes)} by ${label}.${
          overlapping && isStacked(measure)
            ? ` A call can have several ${label}s, so the bars are more than the total.`
            : ''
        }`
      }
      legend={(data) => linesOf(data).map(({ short, color }) => ({ label: short, color }))}
      chart={(data) => (
        <GroupSeriesChart
          title={name}
          lines={linesOf(data)}
          buckets={seriesBuckets(data, linesOf(data), measure, interval, zone)}
          stacked={isStacked(measure)}
          write={writeOf(data)}
          scale={(marks) => measureWriter(measure, money.axis(marks))}
          onOpen={(bucket) => {
            const href = bucketHref(view.address, data.periods.current, bucket);
            if (href !== null) router.push(href);
          }}
        />
      )}
      chartData={(data) => groupSeriesData(data, view, zone, writeOf(data))}
    />
  );
}
