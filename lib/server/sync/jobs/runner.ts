import { isCallscopeError } from '@/lib/server/errors';
import type { Clock } from '@/lib/server/sync/clock';
import { backoffMs, LEAST_WAIT_MS } from '@/lib/server/sync/pace/backoff';

/** Something to be done again and again, a step at a time. */
export interface Job {
  readonly name: string;
  /** When its next step is due, in milliseconds; infinite when it has none. */
  due(): number;
  step(): Promise<void>;
}

export interface Runner {
  /** Works until the signal aborts; the step under way ends first. */
  run(signal: AbortSignal): Promise<void>;
  /** Looks again at once what is due; `names` need not wait any longer for having failed. */
  hurry(...names: string[]): void;
  /** Whether a job failed and has not succeeded since; by name. */
  isFailing(name: string): boolean;
}

/** After a failure a person may ask again, but not more often than this. */
const IMPATIENCE_MS = 10_000;
/** A computer that slept wakes up to another time. */
const LONGEST_SLEEP_MS = 60_000;

type State = { job: Job; failures: number; failedAt: number; notBefore: number };

/** Does one step at a time, that of the job which waits longest; each job that fails backs off by itself. */
export function createRunner(parts: {
  jobs: readonly Job[];
  clock: Clock;
  random: () => number;
  /** Hears of each failure. */
  failed: (job: Job, error: unknown) => void;
}): Runner {
  const { clock } = parts;
  const states: State[] = parts.jobs.map((job) => ({
    job,
    failures: 0,
    failedAt: Number.NEGATIVE_INFINITY,
    notBefore: Number.NEGATIVE_INFINITY,
  }));
  let silentUntil = Number.NEGATIVE_INFINITY;
  let alarm = new AbortController();

  const turnOf = ({ job, notBefore }: State) => Math.max(job.due(), notBefore, silentUntil);

  async function step(state: State, signal: AbortSignal): Promise<void> {
    try {
      await state.job.step();
      state.failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      state.failures += 1;
      state.failedAt = clock.now();
      const wait = backoffMs(state.failures, parts.random);
      state.notBefore = state.failedAt + wait;
      silentUntil = state.failedAt + silenceAfter(error);
      parts.failed(state.job, error);
    }
  }

  return {
    async run(signal) {
      const ring = () => alarm.abort();
      signal.addEventListener('abort', ring, { once: true });
      while (!signal.aborted) {
        const state = states.reduce((a, b) => (turnOf(b) < turnOf(a) ? b : a));
        const wait = turnOf(state) - clock.now();
        if (wait <= 0) {
          await step(state, signal);
          continue;
        }
        await clock.sleep(Math.min(wait, LONGEST_SLEEP_MS), alarm.signal);
        if (alarm.signal.aborted) alarm = new AbortController();
      }
      signal.removeEventListener('abort', ring);
    },
    hurry(...names) {
      for (const state of states) {
        if (!names.includes(state.job.name)) continue;
        state.notBefore = Math.min(state.notBefore, state.failedAt + IMPATIENCE_MS);
      }
      alarm.abort();
    },
    isFailing: (name) => states.some(({ job, failures }) => job.name === name && failures > 0),
  };
}

/** No job may ask for a moment after any failed; after an upstream asked for quiet, for as long as it said. */
function silenceAfter(error: unknown): number {
  const seconds = isCallscopeError(error) ? (error.extra.retry_after ?? 0) : 0;
  return Math.max(LEAST_WAIT_MS, seconds * 1000);
}
