import { abortError, untilAborted } from '@/lib/server/abort';
import { CallscopeError } from '@/lib/server/errors';

/** An operation under way: where it hears that it shall stop, and until when (`performance.now()`) it may take. */
export type Operation = { signal: AbortSignal; deadline: number };

/**
 * Runs an operation for at most `ms` milliseconds.
 * @throws {CallscopeError} `upstream_timeout` when the time is over; an `AbortError` when `signal` aborts.
 */
export async function withDeadline<T>(
  ms: number,
  signal: AbortSignal,
  run: (operation: Operation) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const expire = () => controller.abort(deadlineError(ms));
  const stop = () => controller.abort(abortError());
  const timer = setTimeout(expire, ms);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const operation = { signal: controller.signal, deadline: performance.now() + ms };
    return await untilAborted(run(operation), controller.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

function deadlineError(ms: number): CallscopeError {
  return new CallscopeError(
    'upstream_timeout',
    `HappyRobot gave no answer within ${ms / 1000} seconds, retries included.`,
  );
}
