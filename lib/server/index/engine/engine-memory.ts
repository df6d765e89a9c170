import { totalmem } from 'node:os';

const MB = 1_000_000;
const LEAST = 512;
const MOST = 4000;

/**
 * The megabytes that the engine may hold where nobody says how many: a quarter of what this process may use. Below
 * 512 MB ordinary questions run out; beyond 4 GB it would only hold what the system's memory of files holds anyway.
 */
export function usualMemory(
  total: number = totalmem(),
  constrained: number = process.constrainedMemory(),
): number {
  // Without a limit it is told as 0, or as a number that no machine has.
  const usable = constrained ? Math.min(total, constrained) : total;
  return Math.floor(Math.min(MOST, Math.max(LEAST, usable / 4 / MB)));
}
