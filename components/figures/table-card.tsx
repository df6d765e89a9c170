'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import clsx from 'clsx';
import { type ReactNode, useRef } from 'react';
import { ProblemView } from '@/components/calls/problem-view';
import { problemOf } from '@/lib/api/get-json';
import { ChartTable } from './chart-table';
import type { ChartData } from './save/chart-data';
import { FigureFiles } from './save/figure-files';

type TableCardProps<T> = {
  name: string;
  result: Pick<UseQueryResult<T>, 'data' | 'error' | 'isPlaceholderData'> & {
    refetch: () => Promise<unknown>;
  };
  controls?: ReactNode;
  /** What the table says, in a sentence. */
  summary: (data: T) => ReactNode;
  chartData: (data: T) => ChartData;
  /** Whether there is nothing to tell; where this is absent, when there are no rows. */
  isEmpty?: (data: T) => boolean;
  /** What is said then. */
  empty?: string;
};

/** A table that is no drawing, with its file and its own loading, failing and empty state. */
export function TableCard<T>(props: TableCardProps<T>) {
  const { name, result, controls } = props;
  const { data, error, isPlaceholderData } = result;
  const card = useRef<HTMLElement>(null);
  const chartData = data === undefined || error ? null : props.chartData(data);
  const isEmpty =
    data !== undefined && (props.isEmpty?.(data) ?? (chartData?.rows ?? []).length === 0);
  return (
    <section
      ref={card}
      aria-label={name}
      aria-busy={data === undefined ? !error : isPlaceholderData}
      className="border-b border-line px-4 py-5 md:px-6"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="mr-auto text-base font-semibold max-md:basis-full">{name}</h2>
        {controls}
        <FigureFiles
          name={name}
          figure={card}
          undrawn
          compares={false}
          // What is still shown of another question is no answer to this one.
          shown={chartData && !isEmpty && !isPlaceholderData ? { chartData } : null}
        />
      </div>
      {body()}
    </section>
  );

  function body() {
    if (error)
      return (
        <ProblemView compact problem={problemOf(error)} onRetry={() => void result.refetch()} />
      );
    if (data === undefined || chartData === null)
      return (
        <div role="status" className="mt-2 h-40 rounded bg-surface motion-safe:animate-pulse">
          <span className="sr-only">Loading {name}…</span>
        </div>
      );
    if (isEmpty)
      return (
        <p className="mt-2 text-muted">
          {props.empty ?? 'No call matches these filters in this range.'}
        </p>
      );
    return (
      <div className={clsx(isPlaceholderData && 'opacity-60')}>
        <p className="mt-0.5 max-w-prose text-sm text-muted">{props.summary(data)}</p>
        <ChartTable name={name} chartData={chartData} className="mt-2 min-w-0" />
      </div>
    );
  }
}
