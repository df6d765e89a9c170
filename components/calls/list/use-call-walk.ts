'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { callsQueryOptions } from '@/lib/api/calls';
import type { CallsResponse } from '@/lib/call/answers/responses';
import type { CallsQuery } from '@/lib/call/query/filters';
import { useAddress } from '@/lib/url/use-address';
import { firstTab } from './first-tab';

export type CallWalk = {
  /** Index of the row that the keyboard is at. */
  active: number;
  /** Its call; null as long as the keyboard has been at none. */
  row: string | null;
  /** The keyboard is at the row of a call now, whatever led it there. */
  reach: (id: string) => void;
  /** Place of the open call in the whole list, from 1; null when it is not on the page. */
  position: number | null;
  open: (id: string) => void;
  /** Closes the open call; the keyboard goes on from its row. */
  close: () => void;
  /** Opens the neighbour of the open call; null at the end of the list or when its place is not known. */
  previous: (() => void) | null;
  next: (() => void) | null;
  /** The next call, where it is on the page too. */
  nextId: string | null;
  /** Moves the keyboard by rows, at first to the first one; the new index. */
  move: (by: number) => number;
};

/** Going through the list on screen call by call, over the borders of pages. */
export function useCallWalk(query: CallsQuery, page: CallsResponse | undefined): CallWalk {
  const { address, choose } = useAddress();
  const client = useQueryClient();
  const calls = page?.calls ?? [];
  const [last, setLast] = useState<string | null>(null);
  const indexOf = (id: string | null) => (id ? calls.findIndex((call) => call.id === id) : -1);
  const at = indexOf(address.call);
  const reached = at >= 0 ? at : indexOf(last);
  const { offset = 0, limit = 1, count = 0 } = page ?? {};
  const first = firstTab(address);

  const open = useCallback(
    (id: string) => {
      setLast(id);
      choose({ call: id, ...(address.call === null && first !== null && { tab: first }) });
    },
    [choose, address.call, first],
  );

  /**
   * Reads the page beyond the border first, so that the address changes to both at once. Whoever has gone elsewhere
   * meanwhile is not called back.
   */
  const cross = async (to: number, by: 1 | -1) => {
    const started = window.location.search;
    const beyond = await client
      .fetchQuery(callsQueryOptions({ ...query, offset: to }))
      .catch(() => undefined);
    if (window.location.search !== started) return;
    const known = new Set(calls.map(({ id }) => id));
    // Calls that came in since have moved some we have seen already onto the page beyond.
    const unseen = beyond?.calls.filter(({ id }) => !known.has(id)) ?? [];
    const call = by === 1 ? unseen[0] : unseen.at(-1);
    setLast(call?.id ?? null);
    choose(call ? { offset: to, call: call.id } : { offset: to });
  };

  const step = (by: 1 | -1): (() => void) | null => {
    const neighbour = calls[at + by];
    if (at < 0) return null;
    if (neighbour) return () => open(neighbour.id);
    if (by === 1 && offset + limit < count) return () => void cross(offset + limit, 1);
    if (by === -1 && offset > 0) return () => void cross(Math.max(0, offset - limit), -1);
    return null;
  };

  return {
    active: Math.max(0, reached),
    row: calls[reached]?.id ?? null,
    reach: setLast,
    position: at < 0 ? null : offset + at + 1,
    open,
    close: () => {
      setLast(address.call);
      choose({ call: null, tab: null });
    },
    previous: step(-1),
    next: step(1),
    nextId: at < 0 ? null : (calls[at + 1]?.id ?? null),
    move: (by) => {
      const to = reached < 0 ? 0 : Math.max(0, Math.min(calls.length - 1, reached + by));
      setLast(calls[to]?.id ?? null);
      return to;
    },
  };
}
