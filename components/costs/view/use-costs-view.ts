'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { usePage } from '@/components/shell/context/page-context';
import { useTime } from '@/components/shell/context/time-context';
import { toMicros } from '@/lib/call/costs/costs';
import type { CallsQuery } from '@/lib/call/query/filters';
import { axisMoney, formatMoney, moneyDigits } from '@/lib/format/money';
import { type Address, loadAddress } from '@/lib/url/address';
import { costsRange } from '@/lib/url/costs-range';
import { type CostsView, costsFilters, costsView } from './view';

export type CostsPage = CostsView & {
  address: Address;
  filters: CallsQuery & { timezone: string };
};

/** What the address asks for; read from the address itself, which waits for a hand that types. */
export function useCostsView(): CostsPage {
  const params = useSearchParams();
  const { localZone } = useTime();
  return useMemo(() => {
    const address = costsRange(loadAddress(params));
    return { ...costsView(address), address, filters: costsFilters(address, localZone) };
  }, [params, localZone]);
}

/** Amounts as text in the account's currency: one alone, those of a column or figure in one precision, marks of an axis. */
export type Money = {
  (amount: number): string;
  /** For amounts that are seen together. */
  of: (amounts: readonly (number | null | undefined)[]) => (amount: number) => string;
  axis: (marks: readonly number[]) => (amount: number) => string;
};

export function useMoney(): Money {
  const { currency } = usePage();
  return useMemo(() => moneyIn(currency), [currency]);
}

/** Amounts as text in a currency. */
export function moneyIn(currency: string): Money {
  const write = (amount: number, digits?: number) =>
    formatMoney(toMicros(amount), currency, digits);
  return Object.assign((amount: number) => write(amount), {
    of: (amounts: readonly (number | null | undefined)[]) => {
      const digits = moneyDigits(
        amounts.map((amount) => toMicros(amount ?? 0)),
        currency,
      );
      return (amount: number) => write(amount, digits);
    },
    axis: (marks: readonly number[]) => axisMoney(marks, currency),
  });
}
