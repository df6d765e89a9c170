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

/** Whether chance alone makes as much of a change; where it is not known what it makes, nothing is judged. */
export function isNoise({ share }: Change, noise: number | null | undefined): boolean {
  return noise === null || noise === undefined || (share !== null && Math.abs(share) <= noise);
}

/** Why a change is coloured, or not; undefined where its noise is not measured. */
export function noiseWords(change: Change, noise: number | null | undefined): string | undefined {
  if (noise === undefined) return undefined;
  if (noise === null)
    return 'Not judged: fewer than four whole weeks are known to measure noise by.';
  const usual = `±${(noise * 100).toFixed(1)}%`;
  return isNoise(change, noise)
    ? `Not judged: weeks differ so much that ${usual} is usual.`
    : `More than the ${usual} that is usual, as much as weeks differ.`;
}

/** The threshold, said once for all numbers. */
export function thresholdWords(noise: number | null | undefined): string | null {
  if (noise === undefined) return null;
  return noise === null
    ? 'Changes stay grey: fewer than four whole weeks are known to tell them from chance.'
    : `Changes of the total within ±${(noise * 100).toFixed(1)}% stay grey: weeks differ by as much anyway.`;
}
