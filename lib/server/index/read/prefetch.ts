/**
 * What the reads give, in order; each begins when what the one before it gave is handed on, so that reading and
 * using overlap. Whoever leaves early, or is left by a failure, waits for the read that is under way.
 */
export async function* prefetch<T>(reads: readonly (() => Promise<T>)[]): AsyncGenerator<T> {
  let upcoming = started(reads[0]);
  try {
    for (let index = 1; upcoming; index += 1) {
      const piece = await upcoming;
      upcoming = started(reads[index]);
      yield piece;
    }
  } finally {
    await upcoming?.catch(() => undefined);
  }
}

/** Its failure is told to whoever waits for it, be it later: until then it is nobody's. */
function started<T>(read: (() => Promise<T>) | undefined): Promise<T> | undefined {
  const result = read?.();
  result?.catch(() => undefined);
  return result;
}
