'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useActiveFilters } from '@/components/filters/active/use-active-filters';
import { costsQueryOptions } from '@/lib/api/costs';
import { syncQueryOptions } from '@/lib/api/sync';
import { SORT_KEYS, type SortBy, type SortKey } from '@/lib/call/query/filters';
import { type ExportFormat, type ExportQuery, isFocus } from '@/lib/call/query/routes/export-query';
import { extractedLabel } from '@/lib/format/key-label';
import { formatCount, plural } from '@/lib/format/number';
import { FORMAT_WORDS } from './formats';

type ExportSummaryProps = {
  query: ExportQuery;
  format: ExportFormat;
  /** undefined until it is known. */
  count: number | undefined;
  /** Extracted values that have a column of their own. */
  extracted: readonly string[];
};

/** What will be in the file, in words, before it is asked for. */
export function ExportSummary({ query, format, count, extracted }: ExportSummaryProps) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 px-4 py-3 text-sm">
      <Fact name="Calls">
        {count === undefined ? (
          <span className="text-muted">Counting…</span>
        ) : (
          <span aria-live="polite">{plural(count, 'call')}</span>
        )}
      </Fact>
      {isFocus(format) && <WithoutCost query={query} />}
      <LeftOut />
      {(query.said !== undefined || !isFocus(format)) && <NotRead />}
      <Fact name="Filters">
        <Filters />
      </Fact>
      <Fact name="Order">{orderOf(query, format)}</Fact>
      <Fact name="Time zone">
        <bdi>{query.timezone}</bdi>
        {format === 'csv' ? ' for created_local; created is in UTC' : '; times in the file are UTC'}
      </Fact>
      <Fact name="Columns">
        <Columns format={format} extracted={format === 'csv' ? extracted : []} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}

/** Records without a usable id are no calls: no file can have them. */
function LeftOut() {
  const { data } = useQuery(syncQueryOptions);
  const count = data?.rejected.count ?? 0;
  if (count === 0) return null;
  return <Fact name="Left out">{plural(count, 'record')} that could not be read</Fact>;
}

/** Of a call whose transcript was not read nobody knows what was said, nor how the conversation went. */
function NotRead() {
  const { data } = useQuery(syncQueryOptions);
  if (!data || data.transcripts.read >= data.indexed) return null;
  return (
    <Fact name="Transcripts">
      {formatCount(data.transcripts.read)} of {plural(data.indexed, 'call')} read: of the others the
      file does not say how the conversation went, nor do searches in what was said find them
    </Fact>
  );
}

/** A call without a cost has no charge. */
function WithoutCost({ query }: { query: ExportQuery }) {
  const { data } = useQuery(costsQueryOptions({ ...query, interval: 'month' }));
  const count = data?.totals.calls_without_cost ?? 0;
  if (count === 0) return null;
  return <Fact name="Without cost">{plural(count, 'call')}: no charge, and not one of zero</Fact>;
}

function Filters() {
  const active = useActiveFilters();
  if (active.length === 0) return 'None: every call';
  return (
    <ul className="max-h-32 overflow-auto">
      {active.map(({ key, name, value }) => (
        <li key={`${key} ${value}`}>
          {name}: <bdi className="font-medium">{value}</bdi>
        </li>
      ))}
    </ul>
  );
}

type ColumnsProps = Pick<ExportSummaryProps, 'format' | 'extracted'>;

function Columns({ format, extracted }: ColumnsProps) {
  const columns = [...FORMAT_WORDS[format].columns, ...extracted];
  if (columns.length === 0) return 'All fields of a call';
  return (
    <details>
      <summary className="min-h-6">{formatCount(columns.length)} columns</summary>
      <p className="mt-1 font-mono text-xs text-muted">{columns.join(', ')}</p>
    </details>
  );
}

function nameOfOrder(sort_by: SortBy): string {
  const word = SORT_KEYS.find((key) => key === sort_by);
  return word ? BY[word] : extractedLabel(sort_by.slice(2));
}

const BY = {
  created: 'time',
  duration: 'duration',
  total_cost: 'cost',
  talk_share: 'talk share',
  silence: 'longest silence',
  interruptions: 'interruptions',
  response_time: 'response time',
  tool_errors: 'failed tool calls',
} as const satisfies Record<SortKey, string>;

function orderOf(
  { sort = 'desc', sort_by = 'created' }: ExportQuery,
  format: ExportFormat,
): string {
  if (format === 'focus-daily') return sort === 'asc' ? 'Oldest day first' : 'Newest day first';
  if (sort_by === 'created') return sort === 'asc' ? 'Oldest first' : 'Newest first';
  return `By ${nameOfOrder(sort_by)}, ${sort === 'asc' ? 'lowest' : 'highest'} first`;
}
