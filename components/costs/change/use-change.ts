'use client';

import { useQuery } from '@tanstack/react-query';
import { changeQuery } from '@/components/costs/view/questions';
import { useCostsView } from '@/components/costs/view/use-costs-view';
import { beforeName, breakdownOf } from '@/components/costs/view/view';
import { usePage } from '@/components/shell/context/page-context';
import { optionalBreakdownQueryOptions } from '@/lib/api/costs';
import type { BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import { toMicros } from '@/lib/call/costs/costs';
import { formatMoney, moneyDigits } from '@/lib/format/money';
import { type ExplainedChange, explainChange } from './change-steps';
import type { Words } from './step-words';

export type ChangeAnswer = { now: BreakdownResponse; change: ExplainedChange | null };

/** What changed between the periods and why, for every part of the page that tells it. */
export function useChange() {
  const view = useCostsView();
  const { currency } = usePage();
  const question = changeQuery(view);
  const result = useQuery(optionalBreakdownQueryOptions(question));
  const { many } = breakdownOf(view.breakdown);
  const sums = [result.data?.totals, result.data?.previous].map((each) =>
    toMicros(each?.total ?? 0),
  );
  const digits = moneyDigits(sums, currency);
  const words: Words = {
    money: (micros) => formatMoney(micros, currency, digits),
    rate: (micros) => formatMoney(micros, currency),
    groups: many.toLowerCase(),
    before: beforeName(view),
  };
  const data: ChangeAnswer | undefined = result.data && {
    now: result.data,
    change: explainChange(result.data, words),
  };
  return { view, asked: question !== null, words, result: { ...result, data } };
}
