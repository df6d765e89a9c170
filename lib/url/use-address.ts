'use client';

import { debounce, useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import type { FilterKey, Filters } from '@/lib/call/filters';
import { type Address, type AddressChange, addressParsers } from './address';

export type FilterChange = { [K in FilterKey]?: Filters[K] | null };

export type AddressControl = {
  address: Address;
  /** A choice: Back undoes it. */
  choose: (change: AddressChange) => void;
  /** A correction by the page itself, or a step that Back should not stop at. */
  correct: (change: AddressChange) => void;
  /** A choice of filters or order: it starts again at the first page. */
  filter: (change: FilterChange & Pick<AddressChange, 'sort' | 'limit'>) => void;
  /** Text that is being typed: no step of the history for each letter, and written once the hand rests. */
  type: (change: FilterChange) => void;
};

/** The state of the page, which is its address, and the ways to change it. */
export function useAddress(): AddressControl {
  const [address, set] = useQueryStates(addressParsers, { history: 'push' });
  return useMemo(
    () => ({
      address,
      choose: (change) => void set(change),
      correct: (change) => void set(change, { history: 'replace' }),
      filter: (change) => void set({ ...change, offset: null }),
      type: (change) =>
        void set(
          { ...change, offset: null },
          { history: 'replace', limitUrlUpdates: debounce(300) },
        ),
    }),
    [address, set],
  );
}
