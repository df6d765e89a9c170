import type { RecordingPart } from '@/lib/server/upstream/port/recording';
import { isObject } from '@/lib/server/upstream/transport/body/body';

/** More sessions than a call can have. */
const MAX_PARTS = 100;

/**
 * The parts in an answer, in its order: an address alone, an object with one, or a list of either, inside of whatever
 * wrapper. What holds no address is left out. Of several each has a session of its own: its place where it came
 * without.
 */
export function partsIn(value: unknown): RecordingPart[] {
  const parts = found(value, 0).slice(0, MAX_PARTS);
  if (parts.length < 2) return parts;
  const named = new Set<string>();
  return parts.map((each, place) => {
    const isOwn = each.session !== null && !named.has(each.session);
    const session = isOwn && each.session !== null ? each.session : String(place + 1);
    named.add(session);
    return { ...each, session };
  });
}

function found(value: unknown, depth: number): RecordingPart[] {
  if (typeof value === 'string') return isAddress(value) ? [part(value)] : [];
  if (depth > 3) return [];
  if (Array.isArray(value)) return value.flatMap((each) => found(each, depth + 1));
  if (!isObject(value)) return [];
  const url = urlIn(value);
  if (url !== undefined) return [part(url, value)];
  const inner = Object.values(value).filter((each) => typeof each === 'object');
  return inner.flatMap((each) => found(each, depth + 1));
}

function part(url: string, told: Record<string, unknown> = {}): RecordingPart {
  const session = told.session_id ?? told.session;
  const isNamed = (typeof session === 'string' && session !== '') || typeof session === 'number';
  return { session: isNamed ? String(session) : null, url, start: null };
}

/** The field named `url`, else one whose name ends so. */
function urlIn(value: Record<string, unknown>): string | undefined {
  const names = ['url', ...Object.keys(value).filter((name) => /ur[il]$/i.test(name))];
  return names.map((name) => value[name]).find(isAddress);
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\/\S+$/i.test(value) && URL.canParse(value);
}
