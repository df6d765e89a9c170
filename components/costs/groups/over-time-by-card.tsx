'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { nothingToDraw } from '@/components/costs/amounts';
import { ChartCard } from '@/components/costs/cards/chart-card';
import { bucketHref } from '@/components/costs/drill-down';
import { groupSeriesQuery } from '@/components/costs/questions';
import { useCostsView, useMoney, useScaleMoney } from '@/components/costs/use-costs-view';
import { BREAKDOWNS, definitionOf } from '@/components/costs/view';
import { useTime } from '@/components/shell/context/time-context';
import { lazily } from '@/components/ui/lazily';
import { breakdownQueryOptions } from '@/lib/api/costs';
import type { BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import { isStacked, seriesBuckets, seriesLines } from './group-series';
import { groupSeriesData } from './group-series-data';
import { MeasureChoice } from './measure-choice';
import { measureName, measureWriter } from './measures';

const GroupSeriesChart = lazily(() => import('./group-series-chart'));

/** The groups over time, by cost or by another measure: drawn, or as a table of groups by buckets. */
export function OverTimeByCard() {
  const view = useCostsView();
  const { zone } = useTime();
  const money = useMoney();
  const scale = useScaleMoney();
  const router = useRouter();
  const result = useQuery(breakdownQueryOptions(groupSeriesQuery(view)));
  const { measure, interval } = view;
  const { label, many } = BREAKDOWNS[view.breakdown];
  const name = `${many} over time`;
  const write = measureWriter(measure, money);
  const linesOf = (data: BreakdownResponse) => seriesLines(data, measure);
  return (
    <ChartCard
      name={name}
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
          write={write}
          scale={measureWriter(measure, scale)}
          onOpen={(bucket) => router.push(bucketHref(view.address, data.periods.current, bucket))}
        />
      )}
      chartData={(data) => groupSeriesData(data, view, zone, write)}
    />
  );
}
