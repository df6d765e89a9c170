'use client';

import { useQuery } from '@tanstack/react-query';
import { ProblemView } from '@/components/calls/problem-view';
import { outcomesQuery } from '@/components/costs/questions';
import { useCostsView } from '@/components/costs/use-costs-view';
import { costsQueryOptions } from '@/lib/api/costs';
import { problemOf } from '@/lib/api/get-json';
import { NO_VALUE } from '@/lib/call/values/terms';
import { formatCount } from '@/lib/format/number';
import { useAddress } from '@/lib/url/use-address';

/** The outcomes of the calls on the page, to say which of them count. What is chosen stays in the list. */
export default function OutcomeChoice() {
  const view = useCostsView();
  const { address, choose } = useAddress();
  const chosen = address.successes ?? [];
  const { data, error, refetch } = useQuery(costsQueryOptions(outcomesQuery(view)));
  if (error)
    return <ProblemView compact problem={problemOf(error)} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <p role="status" className="w-64 p-3 text-sm text-muted">
        Loading the outcomes…
      </p>
    );
  const counts = new Map(
    data.groups.flatMap(({ key, calls }) =>
      key === null || key === NO_VALUE ? [] : [[key, calls]],
    ),
  );
  const outcomes = [...counts.keys(), ...chosen.filter((each) => !counts.has(each))];
  return (
    <fieldset className="w-72 p-3 text-sm">
      <legend className="sr-only">Outcomes that count as a success</legend>
      <p className="mb-2 text-xs text-muted">
        The total is divided by the number of calls with one of these outcomes.
      </p>
      {outcomes.length === 0 && <p>None of these calls has an outcome.</p>}
      {outcomes.map((outcome) => (
        <label key={outcome} className="flex min-h-7 items-center gap-2">
          <input
            type="checkbox"
            checked={chosen.includes(outcome)}
            onChange={() => toggle(outcome)}
          />
          <bdi className="min-w-0 flex-1 truncate" title={outcome}>
            {outcome}
          </bdi>
          <span className="text-xs text-faint">{formatCount(counts.get(outcome) ?? 0)}</span>
        </label>
      ))}
    </fieldset>
  );

  function toggle(outcome: string) {
    const rest = chosen.filter((each) => each !== outcome);
    const next = rest.length < chosen.length ? rest : [...rest, outcome];
    choose({ successes: next.length > 0 ? next : null });
  }
}
