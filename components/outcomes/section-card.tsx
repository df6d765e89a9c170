'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { ProblemView } from '@/components/calls/problem-view';
import { problemOf } from '@/lib/api/get-json';

type SectionCardProps = {
  name: string;
  result: Pick<UseQueryResult, 'data' | 'error' | 'isPlaceholderData'> & {
    refetch: () => Promise<unknown>;
  };
  controls?: ReactNode;
  summary: ReactNode;
  isEmpty: boolean | undefined;
  /** What is said then. */
  empty?: string;
  children: () => ReactNode;
};

/** A table that is no drawing, with its own loading, failing and empty state. */
export function SectionCard(props: SectionCardProps) {
  const { name, result, controls, summary, isEmpty, children } = props;
  const { empty = 'No call matches these filters in this range.' } = props;
  const { data, error, isPlaceholderData } = result;
  return (
    <section
      aria-label={name}
      aria-busy={data === undefined ? !error : isPlaceholderData}
      className="border-b border-line px-4 py-5 md:px-6"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="mr-auto text-base font-semibold">{name}</h2>
        {controls}
      </div>
      {error ? (
        <ProblemView compact problem={problemOf(error)} onRetry={() => void result.refetch()} />
      ) : data === undefined ? (
        <div role="status" className="mt-2 h-40 rounded bg-surface motion-safe:animate-pulse">
          <span className="sr-only">Loading {name}…</span>
        </div>
      ) : isEmpty ? (
        <p className="mt-2 text-muted">{empty}</p>
      ) : (
        <div className={clsx(isPlaceholderData && 'opacity-60')}>
          <p className="mt-0.5 max-w-prose text-sm text-muted">{summary}</p>
          {children()}
        </div>
      )}
    </section>
  );
}

/** Which groups a table has, and whether its rows add up. */
export function groupsWords(overlapping = false): string {
  return overlapping
    ? 'A call can be in several groups, so that the rows do not add up.'
    : 'The 20 groups with most calls, and all others.';
}
