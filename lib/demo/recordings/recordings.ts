import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, refusal } from '@/lib/demo/api/api';
import { send, wire } from '@/lib/demo/api/respond';
import type { Fault } from '@/lib/demo/control/faults';
import { textAt } from '@/lib/demo/json';
import type { CallStore, StoredCall } from '@/lib/demo/store';
import { createAddresses } from './address';
import { sendSound, serveSound } from './serve';
import { durationOf, soundOf } from './sound';

type SoundFault = Fault & { kind: 'sound' };

/** The recordings of calls: where they lie, and what lies there. */
export function createRecordings(store: CallStore, clock: () => number) {
  const addresses = createAddresses(clock);

  return {
    /** The signed address of a call's recording, or of one of another length; undefined for one that never connected, or goes on. */
    addressOf(call: StoredCall, origin: string, seconds?: number): string | undefined {
      return isRecorded(call) ? addresses.sign(origin, call.id ?? '', { seconds }) : undefined;
    },
    serve: (
      exchange: { request: IncomingMessage; response: ServerResponse; url: URL },
      fault?: Fault,
    ) => serveSound({ store, addresses }, exchange, fault),
    /** Answers the question where a recording lies in another form, or for another sound. */
    async answerAs(
      { form, address, seconds, type, whole, unsized }: SoundFault,
      { id, origin }: { id: string; origin: string },
      { request, response }: { request: IncomingMessage; response: ServerResponse },
    ): Promise<void> {
      const call = store.get(id);
      const reply = ({ status, type: media, body }: Answer) =>
        send(response, wire(status, { 'content-type': media }, body));
      if (!call) return reply(refusal(404, 'Call not found'));
      const traits = { seconds, type, whole, unsized };
      const url = address ?? addresses.sign(origin, id, traits);
      if (form === 'redirect') return send(response, wire(302, { location: url }, ''));
      if (form === 'text') return send(response, wire(200, { 'content-type': 'text/plain' }, url));
      if (form === 'sound') {
        const sound = soundOf(
          call.record,
          store.transcript(call),
          seconds ?? durationOf(call.record),
        );
        return sendSound(sound, traits, { request, response });
      }
      const sessions = ['first', 'second'].map((session_id) => ({ session_id, url }));
      const body = form === 'sessions' ? { recordings: sessions } : { url };
      send(response, wire(200, { 'content-type': 'application/json' }, JSON.stringify(body)));
    },
  };
}

function isRecorded({ record }: StoredCall): boolean {
  return textAt(record, 'metadata', 'recording_sid') !== undefined && durationOf(record) > 0;
}
