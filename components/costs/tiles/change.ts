/** How a number went from the period before to this one; `share` is null where it began at zero. */
export type Change = { direction: 'up' | 'down' | 'same'; share: number | null };

/** Null where one of the two is not known. */
export function changeOf(now: number | null, before: number | null): Change | null {
  if (now === null || before === null) return null;
  if (now === before) return { direction: 'same', share: 0 };
  return {
    direction: now > before ? 'up' : 'down',
    share: before === 0 ? null : (now - before) / Math.abs(before),
  };
}

/** `up 12.3%`, `down 0.4%`, `unchanged`, `up from zero`. */
export function changeWords({ direction, share }: Change): string {
  if (direction === 'same') return 'unchanged';
  if (share === null) return `${direction} from zero`;
  return `${direction} ${(Math.abs(share) * 100).toFixed(1)}%`;
}
