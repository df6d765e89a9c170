/**
 * The call beside another one, on the page where it should be. Where the other one is not on that page, it is on the
 * page that comes before or after.
 */
export function neighborOf<T extends { id: string }>(
  calls: readonly T[],
  id: string,
  by: 1 | -1,
): T | undefined {
  const at = calls.findIndex((call) => call.id === id);
  if (at >= 0) return calls[at + by];
  return by === 1 ? calls[0] : calls.at(-1);
}
