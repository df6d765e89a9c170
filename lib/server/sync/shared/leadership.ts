import type { SharedRecord } from './record';

/** Whether this instance is the one that reads HappyRobot. */
export interface Leadership {
  /** The fence of the lease while it is surely ours. */
  fence(): number | undefined;
  /** Takes the lease if it is free, or makes it last longer; throws when the record is away. */
  tend(): Promise<void>;
  /** Somebody else has it. */
  lose(): void;
  /** Gives it back, so that the next one need not wait for its end. */
  release(): Promise<void>;
}

/**
 * `monotonic` is a clock in milliseconds that nobody sets. The lease counts from before it was asked for, so that it ends
 * here before it ends in the record.
 */
export function createLeadership(parts: {
  record: Pick<SharedRecord, 'acquire' | 'renew' | 'release'>;
  ttlMs: number;
  monotonic: () => number;
}): Leadership {
  const { record, ttlMs, monotonic } = parts;
  let held: { fence: number; until: number } | undefined;

  return {
    fence: () => (held !== undefined && monotonic() < held.until ? held.fence : undefined),
    async tend() {
      const until = monotonic() + ttlMs;
      if (held !== undefined) {
        const { fence } = held;
        // Somebody may have found out meanwhile that it is lost.
        const isOurs = (await record.renew(fence, ttlMs)) && held !== undefined;
        held = isOurs ? { fence, until } : undefined;
        return;
      }
      const fence = await record.acquire(ttlMs);
      if (fence !== undefined) held = { fence, until };
    },
    lose() {
      held = undefined;
    },
    async release() {
      if (held === undefined) return;
      const { fence } = held;
      held = undefined;
      await record.release(fence);
    },
  };
}
