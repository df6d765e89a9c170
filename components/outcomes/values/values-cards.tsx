'use client';

import { ProblemView } from '@/components/calls/problem-view';
import { useFieldWords } from '@/components/filters/extracted/use-field-words';
import { PairsCard } from '@/components/outcomes/pairs/pairs-card';
import { outcomesView } from '@/components/outcomes/view/view';
import { useMay } from '@/components/shell/context/use-may';
import { Choice } from '@/components/ui/choice';
import { STATISTICS } from '@/lib/call/query/routes/field-query';
import { useAddress } from '@/lib/url/use-address';
import { STATISTIC_LABELS } from './statistics';
import { useShownField } from './use-values';
import { ValuesByGroup } from './values-by-group';
import { ValuesOverTime } from './values-over-time';

/** The numbers that agents found out: over time and by group. */
export function ValuesCards() {
  const { address, choose } = useAddress();
  const { statistic, against } = outcomesView(address);
  const { key, numbers, problem, retry } = useShownField();
  const words = useFieldWords(true);
  const mayNumbers = useMay('phone_numbers');
  if (!mayNumbers)
    return (
      <section aria-label="Extracted numbers" className="border-b border-line px-4 py-5 md:px-6">
        <h2 className="text-base font-semibold">Extracted numbers</h2>
        <p className="mt-2 text-muted">
          Numbers in extracted values are hidden for your role, and so is what they come to.
        </p>
      </section>
    );
  if (key === null)
    return (
      <section aria-label="Extracted numbers" className="border-b border-line px-4 py-5 md:px-6">
        <h2 className="text-base font-semibold">Extracted numbers</h2>
        {problem && numbers === undefined ? (
          <ProblemView compact problem={problem} onRetry={retry} />
        ) : numbers === undefined ? (
          <div role="status" className="mt-2 h-40 rounded bg-surface motion-safe:animate-pulse">
            <span className="sr-only">Loading extracted numbers…</span>
          </div>
        ) : (
          <p className="mt-2 text-muted">The agents have found out no numbers yet.</p>
        )}
      </section>
    );
  const label = words.label(key);
  const known = (numbers ?? []).map((field) => field.key);
  const isChosen = against !== null && against !== key;
  const others = [...new Set([...known, ...(isChosen ? [against] : [])])].filter(
    (each) => each !== key,
  );
  const shownAgainst = isChosen ? against : others[0];
  const controls = (
    <>
      <Choice
        label="Value"
        value={key}
        values={[...new Set([...known, key])]}
        nameOf={words.label}
        onChoose={(field) => choose({ field })}
        className="max-w-48"
      />
      <Choice
        label="As"
        value={statistic}
        values={STATISTICS}
        nameOf={(each) => STATISTIC_LABELS[each]}
        onChoose={(chosen) => choose({ statistic: chosen })}
      />
    </>
  );
  return (
    <>
      <ValuesOverTime field={key} label={label} controls={controls} />
      <ValuesByGroup field={key} label={label} />
      {shownAgainst !== undefined && (
        <PairsCard field={key} against={shownAgainst} others={others} labelOf={words.label} />
      )}
    </>
  );
}
