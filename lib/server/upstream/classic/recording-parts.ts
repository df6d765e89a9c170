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
  // A call has addresses of other things, too: what says that it is of a recording goes first.
  const sure = found(value, false);
  const parts = (sure.length > 0 ? sure : found(value, true)).slice(0, MAX_PARTS);
  if (parts.length < 2) return parts;
  const named = new Set<string>();
  return parts.map((each, place) => {
    const isOwn = each.session !== null && !named.has(each.session);
    const session = isOwn && each.session !== null ? each.session : String(place + 1);
    named.add(session);
    return { ...each, session };
  });
}

/** `isSound`: what is in there is known to be of a recording, or nothing in all of the answer says so. */
function found(value: unknown, isSound: boolean, depth = 0): RecordingPart[] {
  if (typeof value === 'string') return isSound && isAddress(value) ? [part(value)] : [];
  if (depth > 3) return [];
  if (Array.isArray(value)) return value.flatMap((each) => found(each, isSound, depth + 1));
  if (!isObject(value)) return [];
  const url = urlIn(value, isSound);
  if (url !== undefined) return [part(url, value)];
  return Object.entries(value)
    .filter(([, each]) => typeof each === 'object')
    .flatMap(([name, each]) => found(each, isSound || saysSound(name), depth + 1));
}

/** The field whose name says that it is of a recording; for what is, also the one named `url`, or one that ends so. */
function urlIn(value: Record<string, unknown>, isSound: boolean): string | undefined {
  const all = Object.keys(value).filter((name) => /ur[il]$/i.test(name));
  const names = [...all.filter(saysSound), ...(isSound ? ['url', ...all] : [])];
  return names.map((name) => value[name]).find(isAddress);
}

function saysSound(name: string): boolean {
  return /record|audio/i.test(name);
}

function part(url: string, told: Record<string, unknown> = {}): RecordingPart {
  const session = told.session_id ?? told.session;
  const isNamed = (typeof session === 'string' && session !== '') || typeof session === 'number';
  return { session: isNamed ? String(session) : null, url, start: null };
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:\/\/\S+$/i.test(value) && URL.canParse(value);
}
