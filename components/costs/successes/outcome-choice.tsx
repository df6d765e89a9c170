'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemView } from '@/components/calls/problem-view';
import { useCostsView } from '@/components/costs/view/use-costs-view';
import { WIDE_FIELD } from '@/components/ui/field';
import { facetsQueryOptions } from '@/lib/api/facets';
import { problemOf } from '@/lib/api/get-json';
import { shownTerm } from '@/lib/call/values/terms';
import { formatCount } from '@/lib/format/number';
import { outcomesFound, outcomesThere } from './outcomes';

type OutcomeChoiceProps = { chosen: readonly string[]; onToggle: (outcome: string) => void };

/** All outcomes of the calls on the page, to say which of them count. What is chosen stays in the list. */
export function OutcomeChoice({ chosen, onToggle }: OutcomeChoiceProps) {
  const { filters } = useCostsView();
  const [sought, setSought] = useState('');
  // What is chosen stands first; it stays in its place while the list is open.
  const [first] = useState(chosen);
  const { data, error, refetch } = useQuery(facetsQueryOptions(filters));
  if (error)
    return <ProblemView compact problem={problemOf(error)} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <p role="status" className="text-sm text-muted">
        Loading the outcomes…
      </p>
    );
  const outcomes = outcomesThere(data.facets.classifications, filters, chosen, first);
  const found = outcomesFound(outcomes, sought);
  return (
    <>
      <input
        type="search"
        aria-label="Search outcomes"
        placeholder={`Search ${formatCount(outcomes.length)} outcomes`}
        value={sought}
        onChange={({ target }) => setSought(target.value)}
        className={WIDE_FIELD}
      />
      <fieldset className="mt-2 max-h-64 overflow-y-auto">
        <legend className="sr-only">Outcomes that count</legend>
        {outcomes.length === 0 && <p>None of these calls has an outcome.</p>}
        {outcomes.length > 0 && found.length === 0 && <p>No outcome has this text.</p>}
        {found.map(({ outcome, calls }) => (
          <label key={outcome} className="flex min-h-7 items-center gap-2">
            <input
              type="checkbox"
              checked={chosen.includes(outcome)}
              onChange={() => onToggle(outcome)}
            />
            <bdi className="min-w-0 flex-1 truncate" title={outcome}>
              {shownTerm(outcome)}
            </bdi>
            <span className="text-xs text-faint">{formatCount(calls)}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
