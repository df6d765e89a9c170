import type { QueryClient } from '@tanstack/react-query';
import { tell } from '@/components/shell/messages/messages';
import { problemOf } from '@/lib/api/get-json';
import { leavesDoubt, rateCall } from '@/lib/api/reviews';
import type { RATINGS } from '@/lib/call/query/filters';
import { hasRated } from '@/lib/call/writes';
import { knownCall, patchReviews, readAgain, showCall } from './patch-call';
import { type PendingRating, withPendingRatings } from './pending-ratings';

export type Emoji = (typeof RATINGS)[number];
type Pending = PendingRating & { emoji: Emoji; before: boolean };

/**
 * Ratings on their way, by call and then by emoji. Shown at once and written one after the other for each call, so
 * that they arrive in the order they were given and no answer hides a later one.
 */
const pending = new Map<string, Map<Emoji, Pending>>();
const settling = new Set<string>();

/** Gives a rating, or takes it back when this person has given it. */
export function toggleRating(client: QueryClient, id: string, by: string, emoji: Emoji): void {
  const call = knownCall(client, id);
  if (!call) return;
  const given = !hasRated(call, by, emoji);
  const wishes = pending.get(id) ?? new Map<Emoji, Pending>();
  wishes.set(emoji, { emoji, by, given, before: wishes.get(emoji)?.before ?? !given });
  pending.set(id, wishes);
  showWishes(client, id);
  tell({ tone: 'said', text: given ? `Rated ${emoji}` : `${emoji} taken back` });
  if (!settling.has(id)) void settle(client, id);
}

async function settle(client: QueryClient, id: string): Promise<void> {
  settling.add(id);
  const stop = keepShown(client, id);
  for (let wish = first(id); wish; wish = first(id)) await write(client, id, wish);
  pending.delete(id);
  settling.delete(id);
  stop();
}

function first(id: string): Pending | undefined {
  return pending.get(id)?.values().next().value;
}

async function write(client: QueryClient, id: string, wish: Pending): Promise<void> {
  const { emoji, by, given, before } = wish;
  try {
    // It was turned around again before anything of it had left.
    if (given === before) return done(id, wish, before);
    const operation = given ? 'add' : 'remove';
    const call = await rateCall(id, by, { emoji, operation });
    done(id, wish, given);
    await showCall(client, call);
    showWishes(client, id);
  } catch (thrown) {
    await undo(client, id, wish, thrown);
  }
}

/** The wish is settled; one that came meanwhile for the same emoji goes on from there. */
function done(id: string, wish: Pending, now: boolean): void {
  const wishes = pending.get(id);
  const latest = wishes?.get(wish.emoji);
  if (latest === wish) wishes?.delete(wish.emoji);
  else if (latest) wishes?.set(wish.emoji, { ...latest, before: now });
}

async function undo(client: QueryClient, id: string, wish: Pending, thrown: unknown) {
  const problem = problemOf(thrown);
  const { emoji, by, given, before } = wish;
  pending.get(id)?.delete(emoji);
  const truth = leavesDoubt(problem)
    ? await readAgain(client, id).catch(() => undefined)
    : undefined;
  if (truth?.meta.source === 'live') {
    await showCall(client, truth);
    if (hasRated(truth, by, emoji) === given) return showWishes(client, id);
  } else {
    const ratings = withPendingRatings(
      knownCall(client, id) ?? {},
      [{ emoji, by, given: before }],
      '',
    );
    patchReviews(client, id, { ratings });
  }
  showWishes(client, id);
  const known = truth?.meta.source === 'live' || !leavesDoubt(problem);
  tell({
    tone: 'bad',
    text: `${emoji} ${known ? 'was not' : 'may not have been'} ${given ? 'saved' : 'taken back'}: ${problem.title}. ${problem.detail}`,
  });
}

function showWishes(client: QueryClient, id: string): void {
  const call = knownCall(client, id);
  const wishes = pending.get(id);
  if (!call || !wishes || wishes.size === 0) return;
  const ratings = withPendingRatings(call, wishes.values(), new Date().toISOString());
  if (ratings !== call.ratings) patchReviews(client, id, { ratings });
}

/** Answers that come while ratings are on their way do not know of them yet. */
function keepShown(client: QueryClient, id: string): () => void {
  return client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return;
    if (event.query.queryKey[0] === 'calls') queueMicrotask(() => showWishes(client, id));
  });
}
