import * as z from 'zod/mini';
import { type AboutCall, type Call, callRowSchema, callShape } from '@/lib/call/call';
import { isCallId } from '@/lib/call/call-id';
import { isObject } from '@/lib/server/upstream/transport/body/body';
import { isDeeperThan, withoutDepth } from './depth';
import { readerOf, type SetAside } from './reader';

/** Made once: hundreds of records pass through them with every page. */
const readWhole = readerOf(z.looseObject(callShape));
/** A record of a list repeats the whole configuration of its use case, most of its weight, and no list shows it. */
const readListed = readerOf(
  z.looseObject({ ...callShape, use_case: callRowSchema.shape.use_case }),
);

/** So much of what was set aside is kept with a call, as JSON. */
const MOST_SENT = 10_000;
/** What was set aside is shown and walked through like everything else. */
const DEEPEST_SENT = 16;

/** Nobody's call is that old, and an id whose first digits say so does not begin with a time. */
const FIRST_TIME_OF_ID = Date.UTC(2010, 0, 1);
const DAY_MS = 86_400_000;

/**
 * Reads one record of a call as far as it can be read. What does not fit its documented shape is left out of the call and
 * named in its `callscope`, and so is where `created` comes from when it was not sent. Undefined: there is no id in it.
 */
export function readRecord(
  record: unknown,
  options: { whole: boolean; now: Date },
): Call | undefined {
  if (!isObject(record)) return undefined;
  const id = idOf(record.id);
  if (id === undefined) return undefined;
  const odd: SetAside[] = [];
  const understood = (options.whole ? readWhole : readListed)(ownNameFree(record), odd);
  const call = isObject(understood) ? withoutDepth(understood, odd) : {};
  if (call.id !== id) call.id = id;
  if (odd.length === 0) return asCall(call);
  const about: AboutCall = { set_aside: sentWithin(odd, MOST_SENT) };
  if (typeof call.created === 'string') return asCall({ ...call, callscope: about });
  const time = timeOfId(id, options.now);
  about.created_from = time === undefined ? 'first_seen' : 'id';
  return asCall({ ...call, created: (time ?? options.now).toISOString(), callscope: about });
}

/** Whole numbers are ids like any other. */
function idOf(sent: unknown): string | undefined {
  const text = typeof sent === 'number' && Number.isSafeInteger(sent) ? String(sent) : sent;
  return typeof text === 'string' && isCallId(text) ? text : undefined;
}

/** The one name that is ours says nothing where somebody else uses it. */
function ownNameFree(record: Record<string, unknown>): Record<string, unknown> {
  if (!('callscope' in record)) return record;
  const { callscope: _, ...rest } = record;
  return rest;
}

/** The first eight digits of an id of 24 hexadecimal ones are unix seconds, when they are a likely time. */
function timeOfId(id: string, now: Date): Date | undefined {
  if (!/^[0-9a-f]{24}$/i.test(id)) return undefined;
  const time = Number.parseInt(id.slice(0, 8), 16) * 1000;
  const isLikely = time >= FIRST_TIME_OF_ID && time <= now.getTime() + DAY_MS;
  return isLikely ? new Date(time) : undefined;
}

/** What was sent stays with its path, up to a size together. */
function sentWithin(odd: readonly SetAside[], most: number): SetAside[] {
  let left = most;
  return odd.map(({ path, ...rest }) => {
    if (!('sent' in rest) || isDeeperThan(DEEPEST_SENT, rest.sent)) return { path };
    left -= JSON.stringify(rest.sent).length;
    return left >= 0 ? { path, sent: rest.sent } : { path };
  });
}

/** Guarantee: a reader made from the shape of a call has read it, and its id and its time are there. */
function asCall(record: Record<string, unknown>): Call {
  return record as Call;
}
