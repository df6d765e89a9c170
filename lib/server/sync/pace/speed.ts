import type { Clock } from '@/lib/server/sync/clock';

const SPAN_MS = 60_000;

/** How fast something goes, judged by the last minute. */
export interface Speed {
  add(amount: number): void;
  /** Per second; null until it can be told. */
  perSecond(): number | null;
}

export function createSpeed(clock: Clock): Speed {
  const started = clock.now();
  let steps: { at: number; amount: number }[] = [];
  return {
    add(amount) {
      const at = clock.now();
      steps = steps.filter((step) => step.at > at - SPAN_MS);
      steps.push({ at, amount });
    },
    perSecond() {
      const now = clock.now();
      const recent = steps.filter(({ at }) => at > now - SPAN_MS);
      const ms = Math.min(SPAN_MS, now - started);
      if (recent.length === 0 || ms <= 0) return null;
      return (recent.reduce((sum, { amount }) => sum + amount, 0) * 1000) / ms;
    },
  };
}
