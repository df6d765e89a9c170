import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleWhenResult,
  type IRetryBackoffContext,
  retry,
} from 'cockatiel';
import { CallscopeError } from '@/lib/server/errors';
import { Failure } from '@/lib/server/upstream/port/failures';
import type { BreakerState } from '@/lib/server/upstream/port/upstream';
import type { Operation } from './abort';
import type { UpstreamSettings } from './options';

type Attempt<T> = () => Promise<T | Failure>;

/** Retries, a circuit breaker and a bound on the requests at once, shared by all requests of a client. */
export interface Resilience {
  /**
   * Runs `attempt`, which must be safe to repeat, until it yields something other than a {@link Failure}.
   * @throws {CallscopeError} of the last failure, or `upstream_unreachable` while the breaker is open;
   * whatever `attempt` throws, which it must do at once when the operation is aborted.
   * In the `background` there is one attempt. It heeds the breaker, but its failure does not open it: what nobody
   * waits for may ask for more than the upstream can give in time.
   */
  run<T>(attempt: Attempt<T>, operation: Operation, background?: boolean): Promise<T>;
  /** Runs once what must not be repeated; the failure itself is given back. Throws what the breaker refuses. */
  once<T>(attempt: Attempt<T>): Promise<T | Failure>;
}

export function createResilience(settings: UpstreamSettings): Resilience {
  const slots = bulkhead(settings.concurrency, settings.queue);
  const breaker = createBreaker(settings);

  // The policies get no signal: the bulkhead would lose a place in its queue to every aborted entry. The attempt
  // itself finds out.
  const once = <T>(attempt: Attempt<T>) => slots.execute(() => breaker.execute(attempt));

  const inBackground = <T>(attempt: Attempt<T>) =>
    slots.execute(() =>
      breaker.state === CircuitState.Closed ? attempt() : breaker.execute(attempt),
    );

  return {
    async run(attempt, operation, background = false) {
      if (background) return inBackground(attempt).then(settled, refuse);
      let last: Failure | undefined;
      const policy = retryPolicy(settings, operation);
      policy.onRetry(({ attempt: number, delay, ...reason }) => {
        last = failureIn(reason);
        settings.log.warn(
          { attempt: number, wait_ms: Math.round(delay), code: last?.error.code },
          'upstream request is retried',
        );
      });
      const outcome = await policy
        .execute(() => once(attempt), operation.signal)
        .catch((error: unknown) => refuse(error, last));
      return settled(outcome);
    },
    once: (attempt) => once(attempt).catch((error: unknown) => refuse(error)),
  };

  function refuse(error: unknown, last?: Failure): never {
    throw refusalOf(error, last ?? failureIn(breaker.lastFailure));
  }
}

function settled<T>(outcome: T | Failure): T {
  if (outcome instanceof Failure) throw outcome.error;
  return outcome;
}

const BREAKER_STATES: Record<CircuitState, BreakerState> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half_open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
};

function createBreaker({ breaker: { failures, halfOpenAfterMs }, log, watch }: UpstreamSettings) {
  const breaker = circuitBreaker(
    handleWhenResult((result) => result instanceof Failure && result.unhealthy),
    { breaker: new ConsecutiveBreaker(failures), halfOpenAfter: halfOpenAfterMs },
  );
  breaker.onBreak((reason) =>
    log.warn(
      { code: failureIn(reason)?.error.code },
      'upstream keeps failing: requests are held off',
    ),
  );
  breaker.onStateChange((state) => watch?.breakerChanged(BREAKER_STATES[state]));
  breaker.onReset(() => log.info({}, 'upstream answers again'));
  return breaker;
}

function retryPolicy(settings: UpstreamSettings, { deadline }: Operation) {
  const { attempts, maxRetryAfterMs } = settings.retry;
  const worthwhile = (result: unknown) => {
    if (!(result instanceof Failure) || !result.transient) return false;
    const wait = (result.retryAfter ?? 0) * 1000;
    return wait <= maxRetryAfterMs && performance.now() + wait < deadline;
  };
  const backoff = new DelegateBackoff((context: IRetryBackoffContext<unknown>) =>
    backoffMs(context, settings),
  );
  // The wait need not keep the process alive: the deadline's timer does, while anybody waits.
  return retry(handleWhenResult(worthwhile), {
    maxAttempts: attempts - 1,
    backoff,
  }).dangerouslyUnref();
}

/** Full jitter: anything up to a bound that doubles, but never less than the upstream asked for. */
function backoffMs(
  { attempt, result }: IRetryBackoffContext<unknown>,
  { retry: { firstBackoffMs, maxBackoffMs, random } }: UpstreamSettings,
): number {
  const bound = Math.min(maxBackoffMs, firstBackoffMs * 2 ** (attempt - 1));
  return Math.max(random() * bound, (failureIn(result)?.retryAfter ?? 0) * 1000);
}

/** What a policy's own error means: the breaker's and the bulkhead's refusals are put into words. */
function refusalOf(error: unknown, last: Failure | undefined): unknown {
  if (error instanceof BrokenCircuitError) {
    const reason = last === undefined ? '' : ` The last failure: ${last.error.message}`;
    return new CallscopeError(
      'upstream_unreachable',
      `HappyRobot failed many times in a row and is left alone for some seconds.${reason}`,
    );
  }
  if (error instanceof BulkheadRejectedError) {
    return new CallscopeError(
      'upstream_timeout',
      'Too many requests are already waiting for HappyRobot. Try again in a moment.',
    );
  }
  return error;
}

function failureIn(reason: object | undefined): Failure | undefined {
  const value = reason !== undefined && 'value' in reason ? reason.value : undefined;
  return value instanceof Failure ? value : undefined;
}
