'use client';

import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type RefObject, useId, useRef, useState } from 'react';
import { useMoney } from '@/components/costs/view/use-costs-view';
import { usePage } from '@/components/shell/context/page-context';
import { Button } from '@/components/ui/button';
import { WIDE_FIELD } from '@/components/ui/field';
import { facetsQueryOptions } from '@/lib/api/facets';
import type { BudgetProgress } from '@/lib/call/answers/outlook-responses';
import { amount as amountCodec } from '@/lib/call/values/codec';
import { typedAmount } from '@/lib/call/values/typed-number';
import { budgetName } from './budget-words';
import { freeScopes, takenScopes } from './free-scopes';
import { useSetBudget } from './use-set-budget';

type BudgetFormProps = {
  /** The one that is changed; null: a new one. */
  budget: BudgetProgress | null;
  there: readonly BudgetProgress[];
  zone: string;
  onDone: () => void;
  /** The budget was removed, after `onDone`. */
  onRemoved?: () => void;
};

/** What a budget can be about: all calls (null) or a use case; undefined: nothing is chosen. */
type Scope = string | null | undefined;

/** Asks for what a budget is about and how much it is, and saves it. */
export function BudgetForm({ budget, there, zone, onDone, onRemoved }: BudgetFormProps) {
  const money = useMoney();
  const { currency } = usePage();
  const [text, setText] = useState(budget ? amountCodec.encode(budget.amount) : '');
  const [refused, setRefused] = useState(false);
  // What was there when the form opened: what comes meanwhile is told of when saving, and nobody's choice goes away.
  const [taken] = useState(() => takenScopes(there));
  const [scope, setScope] = useState<Scope>(firstScope(budget, taken));
  const [unchosen, setUnchosen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const choice = useRef<HTMLSelectElement>(null);
  const id = useId();
  const { set, busy, problem } = useSetBudget(budget, zone, onDone);
  const read = typedAmount(text);
  const wanted = read !== undefined && read > 0 ? read : undefined;
  return (
    <form onSubmit={submit} noValidate className="w-72 max-w-full space-y-3 p-3">
      {budget === null ? (
        <ScopeChoice
          select={choice}
          scope={scope}
          taken={taken}
          refused={unchosen}
          zone={zone}
          onChoose={(chosen) => {
            setScope(chosen);
            setUnchosen(false);
          }}
        />
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
          <Button size="small" disabled={busy} onClick={() => void remove(budget.use_case)}>
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
    setUnchosen(scope === undefined);
    setRefused(wanted === undefined);
    if (scope === undefined) choice.current?.focus();
    else if (wanted === undefined) input.current?.focus();
    else void set(scope, wanted);
  }

  async function remove(use_case: string | null) {
    if (await set(use_case, null)) onRemoved?.();
  }
}

function firstScope(budget: BudgetProgress | null, taken: ReadonlySet<string | null>): Scope {
  if (budget !== null) return budget.use_case;
  return taken.has(null) ? undefined : null;
}

type ScopeChoiceProps = {
  select: RefObject<HTMLSelectElement | null>;
  scope: Scope;
  taken: ReadonlySet<string | null>;
  /** Nothing was chosen when the form was sent. */
  refused: boolean;
  zone: string;
  onChoose: (scope: Scope) => void;
};

function ScopeChoice({ select, scope, taken, refused, zone, onChoose }: ScopeChoiceProps) {
  const { data, error } = useQuery(facetsQueryOptions({ timezone: zone }));
  const id = useId();
  const free = freeScopes(data?.facets.use_cases ?? [], taken);
  return (
    <div>
      <label className="text-xs text-muted">
        Budget of
        <select
          ref={select}
          required
          aria-invalid={refused}
          aria-describedby={refused ? id : undefined}
          value={optionOf(scope)}
          onChange={({ target }) =>
            onChoose(free.find(({ use_case }) => optionOf(use_case) === target.value)?.use_case)
          }
          className={WIDE_FIELD}
        >
          {taken.has(null) && <option value={optionOf(undefined)}>Choose a use case</option>}
          {free.map((each) => (
            <option key={optionOf(each.use_case)} value={optionOf(each.use_case)}>
              {budgetName(each)}
            </option>
          ))}
        </select>
      </label>
      {refused && (
        <p id={id} role="alert" className="text-xs text-bad">
          Choose what the budget is for.
        </p>
      )}
      {error && <p className="text-xs text-bad">The use cases could not be loaded.</p>}
    </div>
  );
}

/** All calls and each use case have a value in the list of choices, whatever their ids; nothing has the empty one. */
function optionOf(scope: Scope): string {
  return scope === undefined ? '' : JSON.stringify(scope);
}
