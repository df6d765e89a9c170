import { once } from 'node:events';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '@/lib/demo/control/faults';
import type { CallStore } from '@/lib/demo/store';
import type { Addresses, SoundTraits } from './address';
import { durationOf, soundOf } from './sound';

type Exchange = { request: IncomingMessage; response: ServerResponse; url: URL };

/** What storage says about an address that is not, or no longer, good. */
const DENIED =
  '<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>';

/** Serves the sound at a signed address as a storage does, and breaks it as a fault says. */
export async function serveSound(
  { store, addresses }: { store: CallStore; addresses: Addresses },
  { request, response, url }: Exchange,
  fault?: Fault,
): Promise<void> {
  const opened = addresses.open(url);
  const call = opened && store.get(opened.id);
  if (!opened || !call) {
    response.writeHead(403, { 'content-type': 'application/xml' }).end(DENIED);
    return;
  }
  const { traits } = opened;
  const seconds = traits.seconds ?? durationOf(call.record);
  const sound = soundOf(call.record, store.transcript(call), seconds);
  await sendSound(sound, traits, { request, response, fault });
}

/** Sends a sound, or the part of it that is asked for. */
export async function sendSound(
  sound: ReturnType<typeof soundOf>,
  traits: SoundTraits,
  {
    request,
    response,
    fault,
  }: { request: IncomingMessage; response: ServerResponse; fault?: Fault | undefined },
): Promise<void> {
  const { size } = sound;
  const asked = traits.whole ? null : /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '');
  const [first, last] = asked ? boundsOf(asked, size) : [0, size - 1];
  if (first > last) {
    response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
    return;
  }
  const headers: OutgoingHttpHeaders = {
    ...(traits.type !== '' && { 'content-type': traits.type ?? 'audio/x-wav' }),
    ...(!traits.whole && { 'accept-ranges': 'bytes' }),
    ...(asked && { 'content-range': `bytes ${first}-${last}/${size}` }),
    ...(!traits.unsized && { 'content-length': last - first + 1 }),
  };
  response.writeHead(asked ? 206 : 200, headers);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const pieces = sound.bytes(first, last);
  if (fault?.kind === 'reset') return cut(response, pieces, fault.afterBytes ?? 0);
  if (fault?.kind === 'slow_drip') return drip(response, pieces, fault);
  // Who listens leaves when they have heard enough.
  await pipeline(Readable.from(pieces, { objectMode: false }), response).catch(() => undefined);
}

function boundsOf([, from = '', to = '']: RegExpExecArray, size: number): [number, number] {
  if (from === '') return [Math.max(0, size - Number(to)), size - 1];
  return [Number(from), to === '' ? size - 1 : Math.min(Number(to), size - 1)];
}

/** Breaks the connection after so many bytes. */
async function cut(
  response: ServerResponse,
  pieces: Iterable<Buffer>,
  count: number,
): Promise<void> {
  let left = count;
  for (const piece of pieces) {
    if (left <= 0) break;
    const sent = piece.subarray(0, left);
    left -= sent.length;
    await new Promise((written) => response.write(sent, written));
  }
  response.socket?.resetAndDestroy();
}

async function drip(
  response: ServerResponse,
  pieces: Iterable<Buffer>,
  { bytes, ms }: { bytes: number; ms: number },
): Promise<void> {
  const gone = once(response, 'close').then(() => true);
  for (const piece of pieces) {
    for (let sent = 0; sent < piece.length && !response.destroyed; sent += bytes) {
      response.write(piece.subarray(sent, sent + bytes));
      await Promise.race([wait(ms, undefined, { ref: false }), gone]);
    }
    if (response.destroyed) return;
  }
  response.end();
}
