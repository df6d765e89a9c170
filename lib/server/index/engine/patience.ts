import { CallscopeError } from '@/lib/server/errors';

/** How long somebody waits for an answer of the engine. */
export type Patience = {
  /** Aborted when it is over; its reason is what the one who asked is told. */
  signal: AbortSignal;
  /** The engine has begun: from now on it is the question that takes too long, and not its turn. */
  began(): void;
  /** Nothing more is expected; what still runs is of no use. */
  end(): void;
};

/** After so many seconds a question that was refused for want of room may be asked again. */
const RETRY_AFTER = 5;

/** Patience for so long at most, and for as long as `signal` says that somebody waits. */
export function patienceOf(limitMs: number, outer?: AbortSignal): Patience {
  const control = new AbortController();
  let hasBegun = false;
  const late = setTimeout(
    () => control.abort(hasBegun ? timedOut(limitMs) : overloaded()),
    limitMs,
  );
  const leave = () => control.abort(new DOMException('Nobody waits any more.', 'AbortError'));
  if (outer?.aborted) leave();
  outer?.addEventListener('abort', leave, { once: true });
  return {
    signal: control.signal,
    began: () => {
      hasBegun = true;
    },
    end() {
      clearTimeout(late);
      outer?.removeEventListener('abort', leave);
      control.abort();
    },
  };
}

function timedOut(limitMs: number): CallscopeError {
  return new CallscopeError(
    'index_timeout',
    `The index did not have the answer after ${Math.round(limitMs / 1000)} seconds.`,
  );
}

/** What is told when there is no room for a question. */
export function overloaded(cause?: unknown): CallscopeError {
  return new CallscopeError(
    'index_overloaded',
    'The index has more to do than it can at present.',
    {
      cause,
      retry_after: RETRY_AFTER,
    },
  );
}

/** The same promise, given up when the signal is aborted. */
export function whileWaiting<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
