'use client';

import { useRouter } from 'next/navigation';
import { bucketName } from '@/components/costs/over-time/over-time-points';
import { bucketEnds, bucketHref, callsHref, groupHref } from '@/components/costs/view/drill-down';
import { groupLabel } from '@/components/costs/view/view';
import { CallsLink } from '@/components/figures/calls-link';
import { ChartCard } from '@/components/figures/chart-card';
import { type Column, chartDataOf } from '@/components/figures/save/chart-data';
import { knownWords } from '@/components/outcomes/view/known-words';
import { REACHED } from '@/components/outcomes/view/links';
import { type OutcomesPageView, useOutcomes } from '@/components/outcomes/view/use-outcomes';
import { useTime } from '@/components/shell/context/time-context';
import { lazily } from '@/components/ui/lazily';
import type { OutcomesResponse } from '@/lib/call/answers/outcomes-responses';
import { formatCount, plural } from '@/lib/format/number';
import { outcomeBuckets, outcomeLines } from './outcome-series';

const GroupSeriesChart = lazily(() => import('@/components/costs/groups/group-series-chart'));

/** How many calls came to each outcome over time. */
export function OverTimeCard() {
  const { view, result } = useOutcomes();
  const { zone } = useTime();
  const router = useRouter();
  const { address, interval } = view;
  return (
    <ChartCard
      name="Outcomes over time"
      alone
      result={result}
      height="h-64"
      empty={({ totals }) =>
        totals.calls === 0 ? 'No call matches these filters in this range.' : null
      }
      summary={({ totals, outcomes, meta }) => {
        const [most] = outcomes.filter(({ key, calls }) => key !== null && calls > 0);
        const mostOften = most && `; most often ${groupLabel(most)} (${formatCount(most.calls)})`;
        return `${plural(totals.calls, 'call')}${mostOften ?? ''}.${knownWords(meta)}`;
      }}
      legend={(data) => outcomeLines(data).map(({ short, color }) => ({ label: short, color }))}
      chart={(data) => {
        const lines = outcomeLines(data);
        return (
          <GroupSeriesChart
            title="Outcomes over time"
            buckets={outcomeBuckets(data, lines, interval, zone)}
            lines={lines}
            stacked
            write={formatCount}
            scale={() => formatCount}
            onOpen={(bucket) => {
              const href = bucketHref(address, data.periods.current, bucket);
              if (href) router.push(href);
            }}
          />
        );
      }}
      chartData={(data) =>
        chartDataOf(columnsOf(data, view, zone), data.series, ({ start }) => start)
      }
    />
  );
}

type Bucket = OutcomesResponse['series'][number];

function columnsOf(
  { outcomes, periods }: OutcomesResponse,
  { address, interval }: OutcomesPageView,
  zone: string,
): Column<Bucket>[] {
  const ends = (bucket: Bucket) => bucketEnds(periods.current, bucket);
  const keys = outcomes.map(({ key }) => key);
  return [
    {
      name: 'Period',
      value: ({ start }) => start,
      cell: ({ start, partial }) =>
        `${bucketName(start, interval, zone).label}${partial ? ' (partial)' : ''}`,
    },
    {
      name: 'Calls',
      numeric: true,
      value: ({ calls }) => calls,
      cell: (bucket) => (
        <CallsLink href={bucketHref(address, periods.current, bucket)}>
          {formatCount(bucket.calls)}
        </CallsLink>
      ),
    },
    {
      name: 'Reached',
      numeric: true,
      value: ({ reached }) => reached,
      cell: (bucket) => (
        <CallsLink href={callsHref(address, null, { ...ends(bucket), ...REACHED })}>
          {formatCount(bucket.reached)}
        </CallsLink>
      ),
    },
    ...outcomes.map((outcome, at): Column<Bucket> => {
      const count = ({ outcomes: by }: Bucket) => by[at] ?? 0;
      return {
        name: groupLabel(outcome),
        numeric: true,
        value: count,
        cell: (bucket) => (
          <CallsLink
            href={
              count(bucket) === 0
                ? null
                : groupHref(
                    { ...address, ...ends(bucket) },
                    ends(bucket),
                    'classification',
                    outcome.key,
                    keys,
                  )
            }
          >
            {formatCount(count(bucket))}
          </CallsLink>
        ),
      };
    }),
  ];
}
