/** What one success cost; null where nothing has a cost or nothing succeeded: that is not for free. */
export function costPerSuccess(total: number | null, successes: number): number | null {
  return total === null || successes === 0 ? null : total / successes;
}
