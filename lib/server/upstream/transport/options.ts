import type { Capabilities } from '@/lib/call/answers/upstream-check';
import type { UpstreamWatch } from '@/lib/server/upstream/port/upstream';

/** The part of a logger this client needs; pino's loggers fit. */
export type Logger = Record<'debug' | 'info' | 'warn', (fields: object, message: string) => void>;

/** How to reach HappyRobot. All durations are in milliseconds. */
export type UpstreamOptions = {
  /** Such as `https://app.happyrobot.ai/api/v1`; a slash at the end makes no difference. */
  baseUrl: string;
  apiKey: string;
  organizationId?: string;
  log: Logger;
  /** `bodyMs` is the longest silence within a body; `totalMs` covers a whole operation, waiting and retries included. */
  timeouts?: Partial<Timeouts>;
  /** `attempts` counts the first one too. `random` yields 0 to 1 and spreads the waits. */
  retry?: Partial<RetrySettings>;
  /** Opens after `failures` in a row, lets one request through after `halfOpenAfterMs`. */
  breaker?: Partial<BreakerSettings>;
  /** How many requests are under way at once. */
  concurrency?: number;
  userAgent?: string;
  watch?: UpstreamWatch;
  ways?: Ways;
};

/** How this upstream pages, remembered by somebody else: asked at each request, told when it was found out. */
export type Ways = {
  known: () => Pick<Capabilities, 'paging' | 'max_limit'>;
  learned: (found: Partial<Pick<Capabilities, 'paging' | 'max_limit'>>) => void;
};

const NO_WAYS: Ways = {
  known: () => ({ paging: null, max_limit: null }),
  learned: () => undefined,
};

const TOTAL_MS = 45_000;

type Timeouts = { connectMs: number; headersMs: number; bodyMs: number; totalMs: number };
type RetrySettings = {
  attempts: number;
  firstBackoffMs: number;
  maxBackoffMs: number;
  /** The longest `Retry-After` worth waiting for. */
  maxRetryAfterMs: number;
  random: () => number;
};
type BreakerSettings = { failures: number; halfOpenAfterMs: number };

export type UpstreamSettings = ReturnType<typeof resolveOptions>;

/** Fills in the defaults. */
export function resolveOptions(options: UpstreamOptions) {
  return {
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    apiKey: options.apiKey,
    organizationId: options.organizationId,
    userAgent: options.userAgent ?? 'callscope',
    log: options.log,
    watch: options.watch,
    ways: options.ways ?? NO_WAYS,
    timeouts: {
      connectMs: 5_000,
      // As long as the whole operation: a list that takes long to be put together is worth waiting for.
      headersMs: options.timeouts?.totalMs ?? TOTAL_MS,
      bodyMs: 15_000,
      totalMs: TOTAL_MS,
      ...options.timeouts,
    },
    retry: {
      attempts: 4,
      firstBackoffMs: 250,
      maxBackoffMs: 5_000,
      maxRetryAfterMs: 5_000,
      random: Math.random,
      ...options.retry,
    },
    breaker: { failures: 10, halfOpenAfterMs: 10_000, ...options.breaker },
    concurrency: options.concurrency ?? 8,
    queue: 1_000,
  };
}
