export type Viewings = {
  /** Tells that somebody has viewed a call; does nothing when that was told, or has failed twice. */
  tell: (id: string, reviewer: string) => Promise<void>;
};

const MOST_TRIES = 2;

/**
 * What was told of who has viewed what: each viewing once. Nobody is bothered when that fails, but it is tried once
 * more when the call is looked at again.
 */
export function createViewings(send: (id: string, reviewer: string) => Promise<unknown>): Viewings {
  /** How often it was tried; what has succeeded or is under way is not tried any more. */
  const tries = new Map<string, { count: number; isSettled: boolean }>();
  return {
    async tell(id, reviewer) {
      const key = `${reviewer} ${id}`;
      const count = tries.get(key)?.count ?? 0;
      if (tries.get(key)?.isSettled || count >= MOST_TRIES) return;
      tries.set(key, { count: count + 1, isSettled: true });
      try {
        await send(id, reviewer);
      } catch {
        tries.set(key, { count: count + 1, isSettled: false });
      }
    },
  };
}
