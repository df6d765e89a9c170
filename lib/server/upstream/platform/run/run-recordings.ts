import { isCallscopeError } from '@/lib/server/errors';
import { type Asking, runPath } from '@/lib/server/upstream/platform/asking';
import type { Recording, RecordingPart } from '@/lib/server/upstream/port/recording';
import { isObject } from '@/lib/server/upstream/transport/body/body';
import { beganAt, readSessions, type Session } from './sessions';

/** Where the sound of each voice session of a run lies, in the order they began. */
export async function readRunRecordings(id: string, asking: Asking): Promise<Recording> {
  const answer = await asking
    .get('call', runPath(id, '/recordings'), { url_expires_in_days: '1' })
    .catch(none);
  const { recordings } = answer;
  const found = (Array.isArray(recordings) ? recordings : []).flatMap(partOf);
  if (found.length === 0) return { parts: [], missing: 'unknown' };
  const way = 'in its list of recordings';
  // Where there is one, nobody needs to know which it is, or when it began.
  if (found.length === 1) return { parts: found.map((part) => ({ ...part, session: null })), way };
  return { parts: inOrder(found, await readSessions(id, asking.get)), way };
}

function partOf(sent: unknown, place: number): RecordingPart[] {
  if (!isObject(sent)) return [];
  const { session_id, url } = sent;
  if (typeof url !== 'string' || !/^https?:/i.test(url) || !URL.canParse(url)) return [];
  const isNamed = typeof session_id === 'string' && session_id !== '';
  return [{ session: isNamed ? session_id : String(place + 1), url, start: null }];
}

function inOrder(parts: readonly RecordingPart[], sessions: readonly Session[]): RecordingPart[] {
  const [first] = sessions;
  return parts
    .map((part) => ({ part, place: sessions.findIndex(({ id }) => id === part.session) }))
    .sort((a, b) => placeOf(a.place) - placeOf(b.place))
    .map(({ part, place }) => {
      const session = sessions[place];
      const start = session && first ? (beganAt(session) - beganAt(first)) / 1000 : null;
      return { ...part, start };
    });
}

/** One of a session that is not known comes last. */
function placeOf(place: number): number {
  return place < 0 ? Number.MAX_SAFE_INTEGER : place;
}

function none(error: unknown): Record<string, unknown> {
  if (isCallscopeError(error) && error.code === 'not_found') return {};
  throw error;
}
