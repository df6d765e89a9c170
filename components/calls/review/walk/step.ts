import type { Problem } from '@/lib/call/answers/problem';
import type { NextResponse } from '@/lib/call/answers/review-responses';
import type { CallRow } from '@/lib/call/call';
import { ANYONE } from '@/lib/call/query/filters';
import { addressOf } from '@/lib/call/review/review';
import { plural } from '@/lib/format/number';

/** Where the walk goes: to a call, or nowhere, and what has to be said. */
export type Step = {
  to: { id: string; place: number } | null;
  message: string | null;
  /** The end was reached: the next step starts over. */
  isEnd?: boolean;
};

type Position = {
  /** The open call. */
  current: string | null;
  /** It was asked from the top of the list. */
  startsOver: boolean;
};

/** What the index's answer means for somebody who goes on from `current`. */
export function stepOf(
  { next, left, meta }: NextResponse,
  { current, startsOver }: Position,
): Step {
  if (next && next.id !== current) {
    return { to: { id: next.id, place: next.offset }, message: null };
  }
  const known = meta.coverage.complete ? '' : ' The index has not read all calls yet.';
  if (left === 0) return { to: null, message: `Nothing is left to review in this view.${known}` };
  if (next || startsOver)
    return { to: null, message: `The open call is the last one left to review.${known}` };
  return {
    to: null,
    message: `The end of the list is reached. ${plural(left, 'call')} before it ${left === 1 ? 'is' : 'are'} not reviewed: press again to start at the top.${known}`,
    isEnd: true,
  };
}

/** The same by the page on screen alone, when the index cannot be asked. */
export function stepOnPage(
  calls: readonly CallRow[],
  offset: number,
  current: string | null,
  by: string,
  problem: Problem,
): Step {
  const at = calls.findIndex(({ id }) => id === current);
  const found = calls.findIndex((call, index) => index > at && !isRated(call, by));
  const call = calls[found];
  const reason = `${problem.title}: only this page was looked through.`;
  if (call) return { to: { id: call.id, place: offset + found }, message: reason };
  return { to: null, message: `${reason} No call further down on it is unreviewed.` };
}

/** Whether somebody, or `anyone`, has rated a call. */
export function isRated({ ratings }: Pick<CallRow, 'ratings'>, by: string): boolean {
  const given = ratings ?? [];
  if (by === ANYONE) return given.length > 0;
  return given.some(({ email }) => addressOf(email) === addressOf(by));
}
