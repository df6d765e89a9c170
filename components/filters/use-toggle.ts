'use client';

import type { ListFilterKey } from '@/lib/call/filters';
import { useAddress } from '@/lib/url/use-address';

/** The chosen values of a filter and the way to add or remove one. */
export function useToggle(key: ListFilterKey): [readonly string[], (value: string) => void] {
  const { address, filter } = useAddress();
  const chosen = address[key] ?? [];
  return [
    chosen,
    (value) => {
      const next = chosen.includes(value)
        ? chosen.filter((other) => other !== value)
        : [...chosen, value];
      filter({ [key]: next.length > 0 ? next : null });
    },
  ];
}
