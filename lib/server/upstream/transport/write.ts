import { CallscopeError } from '@/lib/server/errors';
import { Failure, leavesDoubt } from '@/lib/server/upstream/port/failures';
import type { Operation } from './abort';
import type { UpstreamRequest } from './upstream-request';

type Send = (asked: UpstreamRequest, operation: Operation) => Promise<object | Failure>;
export type Attempt = (run: (operation: Operation) => ReturnType<Send>) => ReturnType<Send>;

/**
 * Sends a write once, by `attempt`. Nobody's leaving stops one that is under way, so that it is known what became of
 * it.
 * @throws {CallscopeError} `write_uncertain` where it may have been done all the same.
 */
export function createWrite(attempt: Attempt, send: Send) {
  return async (asked: UpstreamRequest): Promise<void> => {
    let sent = false;
    const outcome = await attempt((operation) => {
      sent = true;
      return send(asked, operation);
    }).catch((error: unknown) => {
      // What was still waiting its turn when the time was over has not left.
      if (sent && isLate(error)) return new Failure(error);
      throw error;
    });
    if (!(outcome instanceof Failure)) return;
    throw leavesDoubt(outcome) ? uncertain(outcome.error) : refused(outcome.error);
  };
}

function isLate(error: unknown): error is CallscopeError {
  return error instanceof CallscopeError && error.code === 'upstream_timeout';
}

/** The same key may well be allowed to read. */
function refused(error: CallscopeError): CallscopeError {
  if (error.code !== 'upstream_forbidden') return error;
  const detail = 'HappyRobot does not let this API key write on calls.';
  return new CallscopeError('upstream_read_only', detail, { cause: error });
}

function uncertain(error: CallscopeError): CallscopeError {
  return new CallscopeError(
    'write_uncertain',
    `${error.message} It may have been saved all the same.`,
    { cause: error },
  );
}
