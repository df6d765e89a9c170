import type { CallsQuery } from '@/lib/call/query/filters';
import { dropRangeConflict } from '@/lib/call/query/query';
import { ALL_TIME, isRelativeRange } from '@/lib/call/query/ranges';
import { instantOf, type RangeEdge, type WallClock, wallClockOf } from '@/lib/url/local-time';
import { resolveRange } from '@/lib/url/relative-range';

/** A range of the address, as the filters hold it; null is an open end. */
export type DateRange = {
  from: NonNullable<CallsQuery['from']> | null;
  to: NonNullable<CallsQuery['to']> | null;
};

/** A range that is being put together: what the fields hold; an empty date is an open end. */
export type RangeDraft = {
  from: WallClock;
  to: WallClock;
  /** The day that was picked first, while the second is awaited. */
  anchor: string | null;
};

const FIRST_TIME = '00:00';
const LAST_TIME = '23:59';

/**
 * The fields for a range. A relative range starts them with the whole days that it touches now, up to today:
 * a person who goes on from there means days, not the minute at which the panel was opened.
 */
export function draftOf(range: DateRange, zone: string, now: number): RangeDraft {
  const { from, to } = dropRangeConflict({
    from: range.from ?? undefined,
    to: range.to ?? undefined,
  });
  if (from === ALL_TIME) return draftOf({ from: null, to: null }, zone, now);
  if (!isRelativeRange(from)) {
    return { from: fields(from, zone, 'start'), to: fields(to, zone, 'end'), anchor: null };
  }
  const resolved = resolveRange({ from }, zone, new Date(now));
  const last = resolved.to ?? new Date(now).toISOString();
  return wholeDays(fields(resolved.from, zone, 'start').date, fields(last, zone, 'end').date);
}

/** The draft after a click on a day: the first begins a new range, the second completes it in either direction. */
export function withPickedDay(draft: RangeDraft, day: string): RangeDraft {
  const { anchor } = draft;
  const [first, last] = anchor !== null && anchor < day ? [anchor, day] : [day, anchor ?? day];
  return {
    from: { ...draft.from, date: first },
    to: { ...draft.to, date: last },
    anchor: anchor === null ? day : null,
  };
}

type DraftOutcome = { range: DateRange } | { problem: string | null };

/**
 * The range that a draft means in a zone, or why it means none; there is nothing to say about an empty draft. An
 * end that is as `initial` made it stays that very instant, to the millisecond and on its side of a clock change.
 */
export function rangeOfDraft(draft: RangeDraft, zone: string, initial: DateRange): DraftOutcome {
  if (draft.from.date === '' && draft.to.date === '') return { problem: null };
  const from = endOfDraft(draft.from, zone, 'start', initial.from);
  const to = endOfDraft(draft.to, zone, 'end', initial.to);
  if (from === undefined || to === undefined)
    return { problem: 'One of the dates or times does not exist.' };
  if (from !== null && to !== null && Date.parse(from) > Date.parse(to))
    return { problem: 'The range ends before it starts.' };
  return { range: { from, to } };
}

function wholeDays(first: string, last: string): RangeDraft {
  return {
    from: { date: first, time: FIRST_TIME },
    to: { date: last, time: LAST_TIME },
    anchor: null,
  };
}

function fields(iso: string | undefined, zone: string, edge: RangeEdge): WallClock {
  const clock = iso === undefined ? null : wallClockOf(iso, zone, edge);
  return clock ?? { date: '', time: edge === 'start' ? FIRST_TIME : LAST_TIME };
}

/** The instant of one end, null where it is open, undefined where its texts are no date and time. */
function endOfDraft(
  { date, time }: WallClock,
  zone: string,
  edge: RangeEdge,
  initial: string | null,
): string | null | undefined {
  if (date === '') return null;
  if (initial !== null && !isRelativeRange(initial)) {
    const unchanged = wallClockOf(initial, zone, edge);
    if (unchanged?.date === date && unchanged.time === time) return initial;
  }
  const fallback = edge === 'start' ? FIRST_TIME : LAST_TIME;
  return instantOf(date, time || fallback, zone, edge) ?? undefined;
}
