import type { UsageResponse } from '@/lib/call/answers/upstream-check';
import { authorise } from '@/lib/server/auth/authorise';
import type { Principal } from '@/lib/server/auth/principal';
import type { Upstream } from '@/lib/server/upstream/port/upstream';
import type { IndexFacts } from './doctor/step';
import { usageOf } from './doctor/usage';

/** What HappyRobot counted this month, beside what the index has. */
export type UsageService = { month(principal: Principal): Promise<UsageResponse> };

type Parts = {
  upstream: Pick<Upstream, 'probe'>;
  facts: () => Promise<IndexFacts>;
  now: () => Date;
};

type Month = NonNullable<UsageResponse['month']>;
/** What HappyRobot said at a moment of this month; null where it said nothing. */
type Said = { at: number; month: { from: number; to: number; calls: number } | null };

/** HappyRobot is asked no more often than this; also for nothing, where it has no such count. */
const FRESH_MS = 600_000;

export function createUsage({ upstream, facts, now }: Parts): UsageService {
  let asked: Promise<Said> | undefined;

  async function ask(at: number): Promise<Said> {
    try {
      const { signal } = new AbortController();
      const answer = await upstream.probe('/usage', { timeframe: 'monthly' }, { signal });
      const months = answer.status === 200 ? usageOf(answer.body, 'monthly') : [];
      return { at, month: months.find(({ from, to }) => from <= at && at < to) ?? null };
    } catch {
      // A count that cannot be had is no failure of the page: its own figures come from the index.
      return { at, month: null };
    }
  }

  async function said(): Promise<Said> {
    const at = now().getTime();
    asked ??= ask(at);
    const known = await asked;
    if (at - known.at < FRESH_MS) return known;
    asked = ask(at);
    return asked;
  }

  return {
    async month({ who }) {
      authorise(who, 'read');
      const [{ month }, index] = await Promise.all([said(), facts()]);
      if (!month || 'reason' in index || !index.complete) return { month: null };
      const told: Month = {
        from: new Date(month.from).toISOString(),
        to: new Date(month.to).toISOString(),
        happyrobot: month.calls,
        index: await index.callsBetween(month.from, month.to),
      };
      return { month: told };
    },
  };
}
