const FIRST_MS = 2_000;
const LONGEST_MS = 5 * 60_000;
/** However lucky the draw and however much a person presses: not sooner. */
export const LEAST_WAIT_MS = 1_000;

/** How long to wait after so many failures in a row: full jitter, anything up to a bound that doubles. */
export function backoffMs(failures: number, random: () => number): number {
  const bound = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  return Math.max(LEAST_WAIT_MS, random() * bound);
}
