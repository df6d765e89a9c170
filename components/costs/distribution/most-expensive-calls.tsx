'use client';

import { useQuery } from '@tanstack/react-query';
import { PlainCell } from '@/components/calls/list/table/cells';
import { ProblemView } from '@/components/calls/problem-view';
import { callHref, type Ends } from '@/components/costs/view/drill-down';
import { useCostsView, useMoney } from '@/components/costs/view/use-costs-view';
import { CallsLink } from '@/components/figures/calls-link';
import { ChartTable } from '@/components/figures/chart-table';
import { type Column, chartDataOf } from '@/components/figures/save/chart-data';
import { useTime } from '@/components/shell/context/time-context';
import { mostExpensiveCallsQueryOptions } from '@/lib/api/costs';
import { problemOf } from '@/lib/api/get-json';
import type { CallRow } from '@/lib/call/call';
import { formatDuration } from '@/lib/format/number';
import { formatInstant } from '@/lib/format/time';

/** The calls of a range that cost most, each of which opens. */
export function MostExpensiveCalls({ range }: { range: Ends }) {
  const { address, filters } = useCostsView();
  const { zone, now } = useTime();
  const money = useMoney();
  const { from, to } = range;
  const result = useQuery(
    mostExpensiveCallsQueryOptions({ ...filters, from: from ?? undefined, to: to ?? undefined }),
  );
  const { data, error } = result;
  const calls = data?.calls.filter(({ costs }) => typeof costs?.total_costs === 'number') ?? [];
  const write = money.of(calls.map(({ costs }) => costs?.total_costs));
  const columns: Column<CallRow>[] = [
    {
      name: 'Created',
      value: ({ created }) => created,
      cell: (call) => (
        <CallsLink href={callHref(address, range, call.id)} title="Open this call">
          {formatInstant(call.created, zone, now) ?? call.created}
        </CallsLink>
      ),
    },
    {
      name: 'Use case',
      value: ({ use_case }) => use_case?.name ?? null,
      cell: ({ use_case }) => <PlainCell text={use_case?.name} />,
    },
    {
      name: 'Agent',
      value: ({ agent }) => agent?.name ?? null,
      cell: ({ agent }) => <PlainCell text={agent?.name ?? agent?.id} />,
    },
    { name: 'Status', value: ({ status }) => status, cell: ({ status }) => <bdi>{status}</bdi> },
    {
      name: 'Duration',
      numeric: true,
      value: ({ duration }) => duration ?? null,
      cell: ({ duration }) => (typeof duration === 'number' ? formatDuration(duration) : null),
    },
    {
      name: 'Cost',
      numeric: true,
      value: ({ costs }) => costs?.total_costs ?? null,
      cell: ({ costs }) => write(costs?.total_costs ?? 0),
    },
  ];
  return (
    <section aria-label="Most expensive calls" className="mt-5">
      <h3 className="text-sm font-semibold">Most expensive calls</h3>
      {error ? (
        <ProblemView compact problem={problemOf(error)} onRetry={() => void result.refetch()} />
      ) : data === undefined ? (
        <div role="status" className="mt-2 h-64 rounded bg-surface motion-safe:animate-pulse">
          <span className="sr-only">Loading the most expensive calls…</span>
        </div>
      ) : (
        <ChartTable
          name="Most expensive calls"
          chartData={chartDataOf(columns, calls, ({ id }) => id)}
          className="mt-1"
        />
      )}
    </section>
  );
}
