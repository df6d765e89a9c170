'use client';

import { useSearchParams } from 'next/navigation';
import { createParser, debounce, type Options, useQueryStates } from 'nuqs';
import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { extractedCodec, extractedFilterKeys, extractedParts } from '@/lib/call/query/extracted';
import { type FilterKey, type Filters, keysOf } from '@/lib/call/query/filters';
import type { Codec } from '@/lib/call/values/codec';
import {
  ADDRESS_DEFAULTS,
  type Address,
  type AddressChange,
  addressCodecs,
  type ExtractedAddress,
  withoutOldPlace,
} from './address';
import { keepLatestAddress } from './latest-address';
import { problemOfChange, tellRefusedChange } from './refused-change';

export type FilterChange = { [K in FilterKey]?: Filters[K] | null } & ExtractedAddress;

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

const declared = Object.fromEntries(keysOf(addressCodecs).map((key) => [key, declaredParser(key)]));

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
  const { values, set } = useParameters();
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
      if (!refused) set(change);
    };
    return {
      choose: (change: AddressChange) => make(withoutOldPlace(change)),
      correct: (change: AddressChange) => set(withoutOldPlace(change), { history: 'replace' }),
      filter: (change: AddressChange) => make({ ...change, offset: null }),
      type: (change: FilterChange) =>
        set({ ...change, offset: null }, { history: 'replace', limitUrlUpdates: debounce(300) }),
    };
  }, [set]);
  return useMemo(() => ({ address, ...ways }), [address, ways]);
}

type Write = { change: AddressChange; options?: Options };

/**
 * All parameters with their values. nuqs knows those that it has a parser for: the declared ones, and of the family of
 * extracted values those that are in the address or have been written. A name that is new to it waits until it is known.
 */
function useParameters() {
  const [written, setWritten] = useState<readonly string[]>([]);
  const search = useSearchParams();
  const known = useMemo(() => {
    const names = new Set([...search.keys(), ...written]);
    return { ...declared, ...extractedParsers([...names]) };
  }, [search, written]);
  const [values, write] = useQueryStates(known, { history: 'push' });
  const waiting = useRef<Write[]>([]);
  // After the effects of nuqs: it hears of what is written from then on.
  useEffect(() => {
    for (const { change, options } of waiting.current.splice(0)) void write(change, options);
  }, [write]);
  const latest = useRef({ known, write });
  useLayoutEffect(() => {
    latest.current = { known, write };
  });
  const [set] = useState(() => (change: AddressChange, options?: Options) => {
    keepLatestAddress();
    const names = extractedFilterKeys(change).filter((name) => !(name in latest.current.known));
    if (names.length > 0) setWritten((before) => [...new Set([...before, ...names])]);
    if (names.length > 0 || waiting.current.length > 0) waiting.current.push({ change, options });
    else void latest.current.write(change, options);
  });
  return { values, set };
}

/** The parsers of the names that are of the family. */
function extractedParsers(names: readonly string[]) {
  return Object.fromEntries(
    names.flatMap((name) => {
      const parts = extractedParts(name);
      return parts ? [[name, parserOf(extractedCodec(parts.prefix))]] : [];
    }),
  );
}

function declaredParser(key: keyof typeof addressCodecs) {
  const parser = parserOf(addressCodecs[key]);
  return key in ADDRESS_DEFAULTS
    ? parser.withDefault(ADDRESS_DEFAULTS[key as keyof typeof ADDRESS_DEFAULTS])
    : parser;
}

/** A parser of the address from a codec of the vocabulary: what does not parse is absent. */
function parserOf(codec: unknown) {
  const { decode, encode } = untyped(codec);
  return createParser<NonNullable<unknown>>({
    parse: (text) => {
      const decoded = decode(text);
      return 'value' in decoded ? (decoded.value ?? null) : null;
    },
    serialize: encode,
    eq: (a, b) => encode(a) === encode(b),
  });
}

/** Guarantee: nuqs gives a parser's values to that same parser only. */
function untyped(codec: unknown): Codec<unknown> {
  return codec as Codec<unknown>;
}

/** Guarantee: the parsers are made of the address's own codecs, key by key, with its defaults. */
function asAddress(values: Record<string, unknown>): Address {
  return values as Address;
}
