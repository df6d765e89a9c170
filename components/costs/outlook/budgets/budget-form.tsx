'use client';

import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useMoney } from '@/components/costs/use-costs-view';
import { usePage } from '@/components/shell/context/page-context';
import { Button } from '@/components/ui/button';
import { WIDE_FIELD } from '@/components/ui/field';
import { facetsQueryOptions } from '@/lib/api/facets';
import type { BudgetProgress } from '@/lib/call/answers/outlook-responses';
import { amount as amountCodec } from '@/lib/call/values/codec';
import { typedAmount } from '@/lib/call/values/typed-number';
import { budgetName } from './budget-words';
import { useSetBudget } from './use-set-budget';

type BudgetFormProps = {
  /** The one that is changed; null: a new one. */
  budget: BudgetProgress | null;
  there: readonly BudgetProgress[];
  zone: string;
  onDone: () => void;
};

/** Stands for all calls in a list of use cases, none of which has an empty id. */
const ALL = '';

/** Asks for what a budget is about and how much it is, and saves it. */
export function BudgetForm({ budget, there, zone, onDone }: BudgetFormProps) {
  const money = useMoney();
  const { currency } = usePage();
  const [text, setText] = useState(budget ? amountCodec.encode(budget.amount) : '');
  const [refused, setRefused] = useState(false);
  const [scope, setScope] = useState<string | null>(budget?.use_case ?? null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { set, busy, problem } = useSetBudget(budget, zone);
  const read = typedAmount(text);
  const wanted = read !== undefined && read > 0 ? read : undefined;
  return (
    <form onSubmit={submit} noValidate className="w-72 max-w-full space-y-3 p-3">
      {budget === null ? (
        <ScopeChoice scope={scope} there={there} zone={zone} onChoose={setScope} />
      ) : (
        <p className="text-sm font-medium wrap-anywhere">
          <bdi>{budgetName(budget)}</bdi>
        </p>
      )}
      <div>
        <label htmlFor={id} className="text-xs text-muted">
          Amount a month, in {currency}
        </label>
        <input
          id={id}
          ref={input}
          value={text}
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={refused}
          aria-describedby={`${id}-read`}
          onChange={({ target }) => {
            setText(target.value);
            setRefused(false);
          }}
          className={WIDE_FIELD}
        />
        <p id={`${id}-read`} className="mt-1 min-h-4 text-xs text-muted">
          {wanted !== undefined && `${money(wanted)} a month`}
          {refused && (
            <span role="alert" className="text-bad">
              Enter an amount above 0, such as 1,200 or 99.50.
            </span>
          )}
        </p>
      </div>
      {problem !== null && (
        <p role="alert" className="text-xs text-bad">
          {problem}
        </p>
      )}
      <div className="flex items-center gap-2">
        <Button type="submit" kind="accent" size="small" disabled={busy}>
          Save
        </Button>
        {budget !== null && (
          <Button size="small" disabled={busy} onClick={() => void write(budget.use_case, null)}>
            Remove
          </Button>
        )}
        <Button kind="ghost" size="small" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    if (wanted !== undefined) return void write(scope, wanted);
    setRefused(true);
    input.current?.focus();
  }

  async function write(use_case: string | null, amount: number | null) {
    if (await set(use_case, amount)) onDone();
  }
}

type ScopeChoiceProps = {
  scope: string | null;
  there: readonly BudgetProgress[];
  zone: string;
  onChoose: (scope: string | null) => void;
};

function ScopeChoice({ scope, there, zone, onChoose }: ScopeChoiceProps) {
  const { data, error } = useQuery(facetsQueryOptions({ timezone: zone }));
  const taken = new Set(there.map(({ use_case }) => use_case));
  return (
    <div>
      <label className="text-xs text-muted">
        Budget of
        <select
          value={scope ?? ALL}
          onChange={({ target }) => onChoose(target.value === ALL ? null : target.value)}
          className={WIDE_FIELD}
        >
          <option value={ALL}>{budgetName({ use_case: null })}</option>
          {data?.facets.use_cases
            .filter(({ value }) => !taken.has(value))
            .map(({ value, label }) => (
              <option key={value} value={value}>
                {budgetName({ use_case: value, name: label })}
              </option>
            ))}
        </select>
      </label>
      {error && <p className="text-xs text-bad">The use cases could not be loaded.</p>}
    </div>
  );
}
