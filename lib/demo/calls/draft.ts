import type { Call } from '@/lib/call/call';

/** A call as it will have been once it is over and reviewed. */
export type Draft = {
  call: Call;
  /** Milliseconds; when the call ended, whatever its status. */
  endedAt: number;
};

const ONLY_AFTER_THE_END = [
  'duration',
  'classification',
  'costs',
  'samples',
  'transfer_contact_email',
  'viewed_by',
] as const satisfies (keyof Call)[];

/**
 * The call as it stood at `now`: still in progress when it had not ended, and with the notes and ratings that
 * had been written by then. Undefined before it began.
 */
export function asOf(draft: Draft, now: number): Call | undefined {
  const { call, endedAt } = draft;
  if (Date.parse(call.created) > now) return undefined;
  if (endedAt > now) return inProgress(call);
  const notes = call.notes?.filter((note) => Date.parse(note.created_at ?? '') <= now);
  const ratings = call.ratings?.filter((rating) => Date.parse(rating.created ?? '') <= now);
  const waiting = notes?.length !== call.notes?.length || ratings?.length !== call.ratings?.length;
  return waiting ? { ...call, notes, ratings, viewed_by: [] } : call;
}

function inProgress(call: Call): Call {
  const running: Call = { ...call, status: 'In progress', extraction: {}, notes: [], ratings: [] };
  for (const field of ONLY_AFTER_THE_END) delete running[field];
  return running;
}
