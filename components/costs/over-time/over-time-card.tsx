'use client';

import { useRouter } from 'next/navigation';
import { useSums } from '@/components/costs/tiles/use-sums';
import { nothingToDraw } from '@/components/costs/view/amounts';
import { bucketHref } from '@/components/costs/view/drill-down';
import { periodWords } from '@/components/costs/view/period-words';
import { useCostsView, useMoney } from '@/components/costs/view/use-costs-view';
import { ChartCard } from '@/components/figures/chart-card';
import { chartDataOf } from '@/components/figures/save/chart-data';
import type { LegendEntry } from '@/components/figures/save/picture';
import { useTime } from '@/components/shell/context/time-context';
import { lazily } from '@/components/ui/lazily';
import type { CostsResponse } from '@/lib/call/answers/index-responses';
import { COST_COMPONENTS, COST_LABELS } from '@/lib/call/costs/costs';
import type { Interval } from '@/lib/call/query/routes/costs-query';
import { plural } from '@/lib/format/number';
import type { Address } from '@/lib/url/address';
import { useAddress } from '@/lib/url/use-address';
import { overTimeColumns } from './over-time-columns';
import { mostExpensivePoint, type TimePoint, timePoints } from './over-time-points';
import { MOST_BARS, TooFine, TooMany } from './too-many-bars';

const OverTimeChart = lazily(() => import('@/components/costs/charts/over-time-chart'));

export function OverTimeCard() {
  const view = useCostsView();
  const { zone, now } = useTime();
  const money = useMoney();
  const router = useRouter();
  const { filter } = useAddress();
  const { tooFine, result } = useSums(view);
  const words = (data: CostsResponse) => periodWords(data, view, zone, now);
  const pointsOf = (data: CostsResponse) => timePoints(data, view.interval, zone);
  return (
    <ChartCard
      name="Cost over time"
      result={result}
      height="h-72"
      empty={(data) =>
        nothingToDraw(data.totals) ??
        (tooFine ? <TooFine interval={view.interval} range={data.periods.current} /> : null)
      }
      summary={(data) => summaryOf(data, pointsOf(data), view.interval, money)}
      legend={(data) => legendOf(data, `Total of ${words(data).previous ?? ''}`)}
      chart={(data) =>
        data.series.length > MOST_BARS ? (
          <TooMany count={data.series.length} range={data.periods.current} />
        ) : (
          <OverTimeChart
            points={pointsOf(data)}
            money={money}
            compared={data.previous !== null}
            onOpen={(point) => {
              const href = hrefOf(data, view.address, point);
              if (href) router.push(href);
            }}
            onNarrow={(first, last) => filter(narrowed(data, first, last))}
          />
        )
      }
      chartData={(data) =>
        chartDataOf(
          overTimeColumns(data, pointsOf(data), view, money),
          pointsOf(data),
          ({ key }) => key,
        )
      }
    />
  );
}

function summaryOf(
  { totals }: CostsResponse,
  points: readonly TimePoint[],
  interval: Interval,
  money: (amount: number) => string,
): string {
  const dearest = mostExpensivePoint(points);
  const count = points.filter(({ current }) => current).length;
  const whole = `${money(totals.total)} over ${plural(count, interval)}.`;
  if (!dearest || count < 2) return whole;
  return `${whole} The most expensive: ${dearest.label} with ${money(dearest.bucket.total)} for ${plural(dearest.bucket.calls, 'call')}.`;
}

/** The calls of a bar; of the period before where the bar is alone. */
function hrefOf({ periods }: CostsResponse, address: Address, point: TimePoint): string | null {
  const { current, before } = point;
  if (current) return bucketHref(address, periods.current, current);
  return before && periods.previous && bucketHref(address, periods.previous, before);
}

/** The range from one bar to another, within the range that there is. */
function narrowed({ periods }: CostsResponse, first: TimePoint, last: TimePoint) {
  const { from, to } = periods.current;
  const start = Date.parse(first.current?.start ?? from ?? '');
  const end = Date.parse(last.current?.end ?? to ?? '') - 1;
  return {
    from: new Date(Math.max(start, Date.parse(from ?? ''))).toISOString(),
    to: new Date(Math.min(end, Date.parse(to ?? ''))).toISOString(),
  };
}

function legendOf({ series, previous }: CostsResponse, before: string): LegendEntry[] {
  const entries: LegendEntry[] = COST_COMPONENTS.map((component) => ({
    label: COST_LABELS[component],
    color: `var(--cost-${component})`,
  }));
  if (series.some(({ partial }) => partial))
    entries.push({ label: 'Partial', color: 'var(--cost-voip)', mark: 'light' });
  if (previous !== null) entries.push({ label: before, color: 'var(--text)', mark: 'line' });
  return entries;
}
