import type { CallNote, CallRating } from '@/lib/call/call';

/** How often each emoji was given, most often first. */
export function ratingSummary(
  ratings: readonly CallRating[] | null | undefined,
): { emoji: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { emoji } of ratings ?? []) {
    if (emoji) counts.set(emoji, (counts.get(emoji) ?? 0) + 1);
  }
  return [...counts]
    .map(([emoji, count]) => ({ emoji, count }))
    .sort((a, b) => b.count - a.count || a.emoji.localeCompare(b.emoji));
}

/**
 * Whether people disagree: different emoji from different people. Several emoji of one person are not contested, and
 * neither are the same emoji of several.
 */
export function isContested(ratings: readonly CallRating[] | null | undefined): boolean {
  return (ratings ?? []).some((one) =>
    (ratings ?? []).some(
      (other) =>
        other.emoji &&
        one.emoji &&
        other.emoji !== one.emoji &&
        addressOf(other.email) !== addressOf(one.email),
    ),
  );
}

/** Notes with the newest first; those without a time come last, in the order given. */
export function newestFirst(notes: readonly CallNote[] | null | undefined): CallNote[] {
  const time = (note: CallNote) => Date.parse(note.created_at ?? '') || Number.NEGATIVE_INFINITY;
  return [...(notes ?? [])].sort((a, b) => {
    const [newer, older] = [time(b), time(a)];
    return newer === older ? 0 : newer - older;
  });
}

export function latestNote(notes: readonly CallNote[] | null | undefined): CallNote | undefined {
  return newestFirst(notes)[0];
}

/** An address as it is compared. Those who are not known are one person: that two are at odds has to be known. */
export function addressOf(email: string | null | undefined): string {
  return email?.trim().toLowerCase() ?? '';
}
