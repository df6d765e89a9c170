'use client';

import { useQuery } from '@tanstack/react-query';
import { ProblemView } from '@/components/calls/problem-view';
import { groupLabel } from '@/components/costs/view/view';
import { useOutcomesView } from '@/components/outcomes/view/use-outcomes';
import { problemOf } from '@/lib/api/get-json';
import { outcomeFieldsQueryOptions } from '@/lib/api/outcomes';
import { shownTerm } from '@/lib/call/values/terms';
import { formatCount, plural } from '@/lib/format/number';
import { filledWords } from './fall-words';
import type { Field } from './links';

/** Most frequent values of a field in one use case, and how it is filled by model and language. */
export default function FieldDetail({ field }: { field: Field }) {
  const { filters } = useOutcomesView();
  const { id } = field.use_case;
  const { data, error, refetch } = useQuery(
    outcomeFieldsQueryOptions({ ...filters, use_cases: [id], field: field.key }),
  );
  const detail = data?.detail?.find(({ use_case }) => use_case.id === id);
  return (
    <div className="w-80 max-w-[calc(100vw-2rem)] p-3 text-sm">
      <p className="text-xs text-muted">
        <code className="wrap-anywhere">{field.key}</code> in <bdi>{field.use_case.name}</bdi>
      </p>
      {error ? (
        <ProblemView compact problem={problemOf(error)} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <p role="status" className="mt-2 text-muted">
          Loading…
        </p>
      ) : detail === undefined ? (
        <p className="mt-2 text-muted">No call of this range has it.</p>
      ) : (
        <section
          aria-label="Values and filling"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reached by keyboard
          tabIndex={0}
          className="max-h-80 overflow-y-auto"
        >
          <Part
            title={`${plural(detail.distinct, 'different value')}, most frequent first`}
            rows={detail.values.map(({ value, count }) => [shownTerm(value), formatCount(count)])}
          />
          <Part
            title="Filled by model"
            rows={detail.models.map((part) => [groupLabel(part), filledWords(part)])}
          />
          <Part
            title="Filled by language"
            rows={detail.languages.map((part) => [groupLabel(part), filledWords(part)])}
          />
        </section>
      )}
    </div>
  );
}

function Part({ title, rows }: { title: string; rows: readonly (readonly [string, string])[] }) {
  return (
    <section aria-label={title} className="mt-3">
      <h3 className="text-xs font-semibold text-muted">{title}</h3>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name} className="flex items-baseline gap-2 py-0.5">
            <dt className="min-w-0 flex-1 truncate" title={name}>
              <bdi>{name}</bdi>
            </dt>
            <dd className="shrink-0 text-xs text-muted tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
