'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallsQuery } from '@/components/calls/list/use-calls';
import { useUnreviewed } from '@/components/calls/review/use-unreviewed';
import { callsQueryOptions } from '@/lib/api/calls';
import { problemOf } from '@/lib/api/get-json';
import { askNext } from '@/lib/api/review';
import { DEFAULT_LIMIT } from '@/lib/call/query/filters';
import { callsQueryParams } from '@/lib/call/query/query';
import { useAddress } from '@/lib/url/use-address';
import { findPage } from './find-page';
import { isRated, type Step, stepOf, stepOnPage } from './step';
import { setWalkState, useWalkState, type WalkState, walkState } from './walk-state';

export type ReviewWalk = Pick<WalkState, 'busy'> & {
  message: string | null;
  /** Goes to the next call of this view that is not reviewed. */
  next: () => void;
  /** Opens a call whose place in the list, from 0, is known. */
  goTo: (id: string, place: number) => Promise<void>;
};

/** Going from one unreviewed call to the next, wherever in the list they are. The page follows. */
export function useReviewWalk(): ReviewWalk {
  const client = useQueryClient();
  const query = useCallsQuery();
  const { address, choose } = useAddress();
  const { by } = useUnreviewed();
  const state = useWalkState();
  const { limit = DEFAULT_LIMIT } = query;
  const list = callsQueryParams({ ...query, limit: undefined, offset: undefined }).toString();
  /** Names a call, or none, in this list. */
  const spotOf = (id: string | null) => `${id} ${list}`;
  /** Names the end of this list, come to from this call on. */
  const endOf = (from: string | null) => `${by} ${spotOf(from)}`;
  const shown = () => client.getQueryData(callsQueryOptions(query).queryKey);

  /** Whoever has gone elsewhere meanwhile is not called back. */
  async function goTo(id: string, place: number): Promise<void> {
    const started = window.location.search;
    if (shown()?.calls.some((call) => call.id === id)) return choose({ call: id });
    const readPage = (at: number) =>
      client.fetchQuery(callsQueryOptions({ ...query, offset: at })).catch(() => undefined);
    const found = await findPage(id, place, { limit, readPage });
    if (window.location.search !== started) return;
    choose({ call: id, ...(found !== null && { offset: found }) });
  }

  async function look(from: string | null): Promise<Step> {
    const page = shown();
    const [first] = page?.calls ?? [];
    // With no call open one goes on from the top of the page, whose first call is no less than the next one.
    if (page && first && from === first.id && address.call === null && !isRated(first, by))
      return { to: { id: first.id, place: page.offset }, message: null };
    const startsOver = walkState().endedAt === endOf(from);
    try {
      const answer = await askNext(query, startsOver ? null : from, by);
      return stepOf(answer, { current: address.call, startsOver });
    } catch (error) {
      return stepOnPage(page?.calls ?? [], page?.offset ?? 0, address.call, by, problemOf(error));
    }
  }

  async function next(): Promise<void> {
    if (walkState().busy) return;
    const page = shown();
    const from = address.call ?? (page && page.offset > 0 ? (page.calls[0]?.id ?? null) : null);
    setWalkState({ busy: true, endedAt: walkState().endedAt });
    const started = window.location.search;
    const { to, message, isEnd } = await look(from);
    const stayed = window.location.search === started;
    if (to && stayed) await goTo(to.id, to.place);
    setWalkState({
      message: message && stayed ? { text: message, spot: spotOf(to?.id ?? address.call) } : null,
      endedAt: isEnd ? endOf(from) : null,
    });
  }

  const message = state.message?.spot === spotOf(address.call) ? state.message.text : null;
  return { busy: state.busy, message, next: () => void next(), goTo };
}
