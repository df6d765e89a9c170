'use client';

import { createParser, debounce, useQueryStates } from 'nuqs';
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { type FilterKey, type Filters, keysOf } from '@/lib/call/query/filters';
import type { Codec } from '@/lib/call/values/codec';
import {
  ADDRESS_DEFAULTS,
  type Address,
  type AddressChange,
  addressCodecs,
  withoutOldPlace,
} from './address';
import { keepLatestAddress } from './latest-address';
import { problemOfChange, tellRefusedChange } from './refused-change';

export type FilterChange = { [K in FilterKey]?: Filters[K] | null };

export type AddressControl = {
  address: Address;
  /** A choice: Back undoes it. */
  choose: (change: AddressChange) => void;
  /** A correction by the page itself, or a step that Back should not stop at. */
  correct: (change: AddressChange) => void;
  /** A choice of filters or order: it starts again at the first page. */
  filter: (change: FilterChange & Pick<AddressChange, 'sort' | 'sort_by' | 'limit'>) => void;
  /** Text that is being typed: no step of the history for each letter, and written once the hand rests. */
  type: (change: FilterChange) => void;
};

const parsers = Object.fromEntries(keysOf(addressCodecs).map((key) => [key, parserOf(key)]));

const AddressContext = createContext<AddressControl | null>(null);

/** Reads the address once for all: dozens of parts ask for it, and each would read every parameter of its own. */
export function AddressProvider({ children }: { children: ReactNode }) {
  return <AddressContext value={useAddressState()}>{children}</AddressContext>;
}

/** The state of the page, which is its address, and the ways to change it. */
export function useAddress(): AddressControl {
  const control = use(AddressContext);
  if (!control) throw new Error('useAddress needs an AddressProvider above it');
  return control;
}

function useAddressState(): AddressControl {
  const [values, write] = useQueryStates(parsers, { history: 'push' });
  const set: typeof write = useCallback(
    (...change) => {
      keepLatestAddress();
      return write(...change);
    },
    [write],
  );
  const address = asAddress(values);
  const latest = useRef(address);
  useLayoutEffect(() => {
    latest.current = address;
  });
  // The ways to change it stay the same, so that what is handed one of them is not drawn anew with every address.
  const ways = useMemo(() => {
    /** Makes a change that can stand in the address; any other is told of, and nothing changes. */
    const make = (change: AddressChange) => {
      const refused = problemOfChange(latest.current, change);
      tellRefusedChange(refused);
      if (!refused) void set(change);
    };
    return {
      choose: (change: AddressChange) => make(withoutOldPlace(change)),
      correct: (change: AddressChange) => void set(withoutOldPlace(change), { history: 'replace' }),
      filter: (change: AddressChange) => make({ ...change, offset: null }),
      type: (change: FilterChange) =>
        void set(
          { ...change, offset: null },
          { history: 'replace', limitUrlUpdates: debounce(300) },
        ),
    };
  }, [set]);
  return useMemo(() => ({ address, ...ways }), [address, ways]);
}

/** A parser of the address from a codec of the vocabulary: what does not parse is absent. */
function parserOf(key: keyof Address) {
  const { decode, encode } = untyped(addressCodecs[key]);
  const parser = createParser<NonNullable<unknown>>({
    parse: (text) => {
      const decoded = decode(text);
      return 'value' in decoded ? (decoded.value ?? null) : null;
    },
    serialize: encode,
    eq: (a, b) => encode(a) === encode(b),
  });
  return key in ADDRESS_DEFAULTS
    ? parser.withDefault(ADDRESS_DEFAULTS[key as keyof typeof ADDRESS_DEFAULTS])
    : parser;
}

/** Guarantee: nuqs gives a parser's values to that same parser only. */
function untyped(codec: unknown): Codec<unknown> {
  return codec as Codec<unknown>;
}

/** Guarantee: the parsers are made of the address's own codecs, key by key, with its defaults. */
function asAddress(values: Record<string, unknown>): Address {
  return values as Address;
}
