'use client';

import { useDeferredValue, useMemo, useState } from 'react';
import {
  findInTurns,
  findSaid,
  type Hit,
  hitsByTurn,
} from '@/lib/call/transcript/transcript-search';
import type { Turn } from '@/lib/call/transcript/turns';
import { useAddress } from '@/lib/url/use-address';

export type TranscriptSearch = {
  text: string;
  setText: (text: string) => void;
  hits: readonly Hit[];
  byTurn: ReadonlyMap<number, Hit[]>;
  /** Which hit the search is at, from 0. */
  at: number;
  current: Hit | undefined;
  step: (by: 1 | -1) => void;
};

/** Looks through all turns, drawn or not. */
export function useSearch(turns: readonly Turn[]): TranscriptSearch {
  const { said } = useAddress().address;
  // A call that was found by what was said on it opens there.
  const [{ text, at }, setState] = useState({ text: said ?? '', at: 0 });
  // Typing goes first: in a very long transcript looking takes longer than a key.
  const sought = useDeferredValue(text);
  const hits = useMemo(
    () => (sought === said ? findSaid(turns, sought) : findInTurns(turns, sought)),
    [turns, sought, said],
  );
  const byTurn = useMemo(() => hitsByTurn(hits), [hits]);
  const place = Math.min(at, Math.max(0, hits.length - 1));
  return {
    text,
    setText: (next) => setState({ text: next, at: 0 }),
    hits,
    byTurn,
    at: place,
    current: hits[place],
    step: (by) => {
      if (hits.length > 0) setState({ text, at: (place + by + hits.length) % hits.length });
    },
  };
}
