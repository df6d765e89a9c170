import type { Call } from '@/lib/call/call';
import { HOUR_MS, iso } from './central-time';
import { composeCall } from './compose';
import { appointments } from './desks/appointments';
import { outboundSales } from './desks/carrier-sales';
import { checkCalls } from './desks/check-calls';
import { asOf } from './draft';
import { createRandom } from './random';

const STATES = [
  'Scheduled',
  'Scheduled',
  'Scheduled',
  'Queued',
  'Queued',
  'Initiated',
  'Ringing',
  'In progress',
  'In progress',
] as const;

/** The calls that have not happened yet at the start of an hour: waiting, dialling or in conversation. */
export function createPending(seed: string, cutoff: number): Call[] {
  const random = createRandom(`${seed}/pending/${cutoff}`);
  return STATES.flatMap((status) => {
    const desk = random.pick([checkCalls, outboundSales, appointments]);
    const waited = status === 'Scheduled' ? random.int(5, 55) * 60_000 : random.int(2, 90) * 1000;
    const draft = composeCall(random, desk, cutoff - waited);
    const scheduled_for = status === 'Scheduled' ? iso(cutoff + random.int(2, 40) * HOUR_MS) : null;
    const call = asOf({ ...draft, endedAt: Number.POSITIVE_INFINITY }, cutoff);
    return call ? [{ ...call, status, scheduled_for }] : [];
  });
}
