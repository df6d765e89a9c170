import { CallscopeError } from '@/lib/server/errors';
import { Failure, leavesDoubt } from '@/lib/server/upstream/port/failures';
import type { UpstreamWrites } from '@/lib/server/upstream/port/upstream';
import type { Operation } from '@/lib/server/upstream/transport/abort';
import type { UpstreamRequest } from '@/lib/server/upstream/transport/upstream-request';
import { checkId } from './check-id';

type Send = (asked: UpstreamRequest, operation: Operation) => Promise<object | Failure>;

/**
 * The write endpoints. `attempt` sends once; nobody's leaving stops a write that is under way, so that it is known
 * what became of it.
 */
export function createWrites(
  attempt: (run: (operation: Operation) => ReturnType<Send>) => ReturnType<Send>,
  send: Send,
): UpstreamWrites {
  async function write(asked: UpstreamRequest): Promise<void> {
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
  }

  return {
    addNote: async (id, note) =>
      write({ subject: 'call', method: 'POST', path: `${pathOf(id)}/notes`, body: note }),
    changeNote: async (id, note) =>
      write({ subject: 'note', method: 'PATCH', path: notePath(id, note.id), body: note }),
    removeNote: async (id, noteId) =>
      write({ subject: 'note', method: 'DELETE', path: notePath(id, noteId) }),
    rate: async (id, rating) =>
      write({ subject: 'call', method: 'PATCH', path: `${pathOf(id)}/ratings`, body: rating }),
    markViewed: async (id, email) =>
      write({ subject: 'call', method: 'PATCH', path: `${pathOf(id)}/viewed`, body: { email } }),
  };
}

function pathOf(id: string): string {
  checkId(id);
  return `/calls/${encodeURIComponent(id)}`;
}

function notePath(id: string, noteId: string): string {
  // An address swallows dots: one note less in the path, and all of them would be meant.
  if (/^\.*$/.test(noteId)) throw new CallscopeError('not_found', 'A note cannot be called so.');
  return `${pathOf(id)}/notes/${encodeURIComponent(noteId)}`;
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
