import type { Transcript } from '@/lib/call/transcript/transcript';
import { CallscopeError } from '@/lib/server/errors';
import type { Asking } from '@/lib/server/upstream/platform/asking';
import { readAll } from '@/lib/server/upstream/platform/pages';
import { readTranscript } from '@/lib/server/upstream/reading/transcripts';
import { readSessions, type Session } from './sessions';

const PAGE_SIZE = 100;

/**
 * What was said on all legs of a run, one after the other. The platform tells when a message was noted down, which is
 * not quite when it began to be said, and no ends.
 * @throws {CallscopeError} `not_found` where the run has no leg.
 */
export async function readRunTranscript(id: string, { get }: Asking): Promise<Transcript> {
  const sessions = await readSessions(id, get);
  const [first] = sessions;
  if (first === undefined)
    throw new CallscopeError('not_found', 'HappyRobot has no transcript of this call.');
  const messages = await Promise.all(sessions.map((session) => messagesOf(session, get)));
  return readTranscript(
    {
      call_id: id,
      organization_id: first.org_id,
      start_time: first.timestamp,
      messages: messages.flat(),
    },
    id,
  );
}

async function messagesOf({ id }: Session, get: Asking['get']) {
  const path = `/sessions/${encodeURIComponent(id)}/messages`;
  const records = await readAll(PAGE_SIZE, (page) =>
    get('transcript', path, { page: String(page), page_size: String(PAGE_SIZE), sort: 'asc' }),
  );
  return records.map((record) => ({ ...record, start: record.timestamp, end: null }));
}
