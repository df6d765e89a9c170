import type { CallRating } from '@/lib/call/call';
import { hasRated, isSameAddress } from '@/lib/call/writes';

/** A rating as somebody wants it: given, or not. */
export type PendingRating = { emoji: string; by: string; given: boolean };

type Rated = { ratings?: CallRating[] | null };

/** The ratings of a call as they will be when the wishes are fulfilled. */
export function withPendingRatings(
  call: Rated,
  wishes: Iterable<PendingRating>,
  now: string,
): CallRating[] {
  return [...wishes].reduce((ratings, wish) => wishedFor(ratings, wish, now), call.ratings ?? []);
}

function wishedFor(
  ratings: CallRating[],
  { emoji, by, given }: PendingRating,
  now: string,
): CallRating[] {
  if (hasRated({ ratings }, by, emoji) === given) return ratings;
  if (given) return [...ratings, { emoji, email: by, created: now }];
  return ratings.filter((rating) => rating.emoji !== emoji || !isSameAddress(rating.email, by));
}
