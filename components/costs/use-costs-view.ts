'use client';

import { useSearchParams } from 'next/navigation';
import { useMemo } from 'react';
import { usePage } from '@/components/shell/context/page-context';
import { useTime } from '@/components/shell/context/time-context';
import { toMicros } from '@/lib/call/costs/costs';
import type { CallsQuery } from '@/lib/call/query/filters';
import { formatMoney, formatScaleMoney } from '@/lib/format/money';
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

/** Amounts as text in the account's currency. */
export function useMoney(): (amount: number) => string {
  const { currency } = usePage();
  return useMemo(() => (amount) => formatMoney(toMicros(amount), currency), [currency]);
}

/** Round amounts as text, for axes and edges. */
export function useScaleMoney(): (amount: number) => string {
  const { currency } = usePage();
  return useMemo(() => (amount) => formatScaleMoney(toMicros(amount), currency), [currency]);
}
