'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import clsx from 'clsx';
import { Download, ImageDown, Table2 } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { ProblemView } from '@/components/calls/problem-view';
import { Legend } from '@/components/costs/charts/legend';
import type { ChartData } from '@/components/costs/save/chart-data';
import { saveCsv } from '@/components/costs/save/download';
import type { LegendEntry } from '@/components/costs/save/picture';
import { Button } from '@/components/ui/button';
import { fetchCode, Lazily } from '@/components/ui/lazily';
import { problemOf } from '@/lib/api/get-json';
import { ChartTable, type KeptOrder } from './chart-table';

type FigureProps<T> = {
  name: string;
  result: Pick<UseQueryResult<T>, 'data' | 'error' | 'isPlaceholderData'> & {
    refetch: () => Promise<unknown>;
  };
  /** A class: how high the drawing is, and what stands in its place while it is not there. */
  height: string;
  /** A class: how high it is where the answer asks for more. */
  grown?: (data: T) => string;
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
  /** The numbers stand beside the drawing at all times. */
  both?: boolean;
  /** Where the order of the table is kept; absent: in the table. */
  kept?: KeptOrder;
};

/** One question and its answer, drawn or as a table, with its own loading, failing and empty state. */
export function ChartCard<T>(props: FigureProps<T>) {
  const { name, result, height, controls } = props;
  const { data, error } = result;
  const [asTable, setAsTable] = useState(false);
  const drawing = useRef<HTMLDivElement>(null);
  const nothing = data === undefined ? null : props.empty(data);
  const shown = data !== undefined && !error && nothing === null;
  return (
    <figure
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
        <Downloads
          name={name}
          chartData={shown ? props.chartData(data) : null}
          legend={shown ? (props.legend?.(data) ?? []) : []}
          drawing={asTable ? null : () => drawing.current?.querySelector('svg') ?? null}
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
        {asTable ? (
          <ChartTable
            name={name}
            chartData={props.chartData(data)}
            kept={props.kept}
            className="mt-2 max-h-120"
          />
        ) : (
          <div className={clsx(props.both && 'mt-2 grid gap-x-8 gap-y-3 @5xl:grid-cols-[4fr_7fr]')}>
            <div className="min-w-0">
              {props.legend && <Legend entries={props.legend(data)} />}
              <div ref={drawing} className={clsx('mt-2 min-w-0', props.grown?.(data) ?? height)}>
                <Lazily>{props.chart(data)}</Lazily>
              </div>
            </div>
            {props.both && (
              <ChartTable
                name={name}
                chartData={props.chartData(data)}
                kept={props.kept}
                className="min-w-0"
              />
            )}
          </div>
        )}
        {props.below?.(data)}
      </div>
    );
  }
}

function Skeleton({ name, height }: { name: string; height: string }) {
  return (
    <div role="status">
      <span className="sr-only">Loading {name}…</span>
      <div className="mt-1 h-4 w-80 max-w-full rounded bg-neutral-soft motion-safe:animate-pulse" />
      <div className={clsx('mt-2 rounded bg-surface motion-safe:animate-pulse', height)} />
    </div>
  );
}

type DownloadsProps = {
  name: string;
  chartData: ChartData | null;
  legend: readonly LegendEntry[];
  /** Where the drawing is; null while there is none. */
  drawing: (() => SVGSVGElement | null) | null;
};

function Downloads({ name, chartData, legend, drawing }: DownloadsProps) {
  const [failed, setFailed] = useState(false);
  return (
    <>
      <Button
        size="small"
        kind="ghost"
        disabled={chartData === null}
        title={`Download ${name} as CSV`}
        onClick={() => chartData && saveCsv(name, chartData)}
      >
        <Download aria-hidden className="size-3.5" />
        CSV
      </Button>
      <Button
        size="small"
        kind="ghost"
        disabled={chartData === null || drawing === null}
        title={`Download ${name} as PNG`}
        onClick={() => void picture()}
      >
        <ImageDown aria-hidden className="size-3.5" />
        PNG
      </Button>
      {failed && (
        <span role="alert" className="text-xs text-bad">
          This browser could not make the picture.
        </span>
      )}
    </>
  );

  async function picture() {
    setFailed(false);
    try {
      const svg = drawing?.();
      if (!svg) throw new Error('The drawing is not there yet.');
      const { savePicture } = await fetchCode(() => import('@/components/costs/save/picture'));
      await savePicture(name, svg, legend);
    } catch {
      setFailed(true);
    }
  }
}
