'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import clsx from 'clsx';
import { Table2 } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { ProblemView } from '@/components/calls/problem-view';
import { Legend } from '@/components/figures/charts/legend';
import { type ChartData, inPaperWidths, sortedRows } from '@/components/figures/save/chart-data';
import { DrawingPlace, PAPER_WIDTH } from '@/components/figures/save/drawing-place';
import { FigureFiles } from '@/components/figures/save/figure-files';
import type { LegendEntry } from '@/components/figures/save/picture';
import { usePrinting } from '@/components/print/use-printing';
import { Button } from '@/components/ui/button';
import { Lazily } from '@/components/ui/lazily';
import { problemOf } from '@/lib/api/get-json';
import { ChartTable, type KeptOrder } from './chart-table';

type FigureProps<T> = {
  name: string;
  result: Pick<UseQueryResult<T>, 'data' | 'error' | 'isPlaceholderData'> & {
    refetch: () => Promise<unknown>;
  };
  /** A class: how high the drawing is, and what stands in its place while it is not there. */
  height: string;
  /** Choices about this figure alone. */
  controls?: ReactNode;
  /** Why there is nothing to draw; null when there is something. */
  empty: (data: T) => ReactNode;
  /** What the figure says, in a sentence. */
  summary: (data: T) => ReactNode;
  chart: (data: T) => ReactNode;
  chartData: (data: T) => ChartData;
  legend?: (data: T) => LegendEntry[];
  /** What belongs to the figure in either form. */
  below?: (data: T) => ReactNode;
  /** Where the order of the table is kept; absent: in the table. */
  kept?: KeptOrder;
  /** It tells of one range only, also where the page compares two. */
  alone?: boolean;
};

/** One question and its answer, drawn or as a table, with its own loading, failing and empty state. */
export function ChartCard<T>(props: FigureProps<T>) {
  const { name, result, height, controls } = props;
  const { data, error } = result;
  const [asTable, setAsTable] = useState(false);
  const printing = usePrinting();
  const figure = useRef<HTMLElement>(null);
  const nothing = data === undefined ? null : props.empty(data);
  const shown = data !== undefined && !error && nothing === null;
  return (
    <figure
      ref={figure}
      aria-label={name}
      aria-busy={data === undefined ? !error : result.isPlaceholderData}
      className="border-b border-line px-4 py-5 md:px-6"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="mr-auto text-base font-semibold max-md:basis-full">{name}</h2>
        {controls}
        <Button
          size="small"
          kind="ghost"
          aria-pressed={asTable}
          disabled={!shown}
          onClick={() => setAsTable(!asTable)}
          className="aria-pressed:bg-selected aria-pressed:text-accent"
        >
          <Table2 aria-hidden className="size-3.5" />
          Show as table
        </Button>
        <FigureFiles
          name={name}
          figure={figure}
          compares={!props.alone}
          // What is still shown of another question is no answer to this one.
          shown={
            shown && !result.isPlaceholderData
              ? {
                  chartData: props.chartData(data),
                  drawing: {
                    legend: props.legend?.(data) ?? [],
                    height,
                    chart: () => props.chart(data),
                  },
                }
              : null
          }
        />
      </div>
      {body()}
    </figure>
  );

  function body() {
    if (error)
      return (
        <div className={clsx('overflow-auto', height)}>
          <ProblemView compact problem={problemOf(error)} onRetry={() => void result.refetch()} />
        </div>
      );
    if (data === undefined) return <Skeleton name={name} height={height} />;
    if (nothing !== null)
      return (
        <div className={clsx('mt-6 flex items-center justify-center text-center', height)}>
          <p className="max-w-md text-muted">{nothing}</p>
        </div>
      );
    return (
      <div className={clsx(result.isPlaceholderData && 'opacity-60')}>
        <figcaption className="mt-0.5 min-h-5 text-sm text-muted">{props.summary(data)}</figcaption>
        <div>
          {(printing || !asTable) && (
            <div data-whole className="min-w-0">
              {props.legend && <Legend entries={props.legend(data)} />}
              <DrawingPlace
                width={printing ? PAPER_WIDTH : null}
                className={clsx('mt-2 min-w-0', height)}
              >
                <Lazily>{props.chart(data)}</Lazily>
              </DrawingPlace>
            </div>
          )}
          {printing ? (
            onPaper(props.chartData(data), props.kept).map((chartData, part) => (
              <ChartTable
                key={part}
                name={part === 0 ? name : `${name}, continued`}
                chartData={chartData}
                className="min-w-0"
              />
            ))
          ) : asTable ? (
            <ChartTable
              name={name}
              chartData={props.chartData(data)}
              kept={props.kept}
              className="mt-2 max-h-120 min-w-0"
            />
          ) : null}
        </div>
        {props.below?.(data)}
      </div>
    );
  }
}

/** In the order of the screen, in parts that fit on paper. */
function onPaper(chartData: ChartData, kept: KeptOrder | undefined): ChartData[] {
  const rows = sortedRows(chartData, kept?.order(chartData) ?? null);
  return inPaperWidths({ ...chartData, rows });
}

function Skeleton({ name, height }: { name: string; height: string }) {
  return (
    <div role="status">
      <span className="sr-only">Loading {name}…</span>
      <p className="hidden print:block">It was still loading when this was printed.</p>
      <div className="mt-1 h-4 w-80 max-w-full rounded bg-neutral-soft motion-safe:animate-pulse" />
      <div className={clsx('mt-2 rounded bg-surface motion-safe:animate-pulse', height)} />
    </div>
  );
}
