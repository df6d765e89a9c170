import type { Call } from '@/lib/call/call';
import { readValue } from '@/lib/call/extraction/read-value';
import { valuesAt } from '@/lib/call/extraction/walk';

/** Calls around the end of daylight saving time, with values in all the ways in which agents write them down. */

export const NOW = '2026-11-05T12:00:00.000Z';
export const ZONE = 'America/Chicago';
const FIRST = Date.parse('2026-09-01T00:00:00Z');

const OUTCOMES = ['Load booked', 'Rate declined', 'Callback', null, 'a,b "c"'];
const STATUSES = ['Completed', 'Transferred', 'No answer'];

/** A rate as a number, in dollars, in euros, or none. */
function rateOf(at: number): unknown {
  if (at % 5 === 0) return null;
  if (at % 11 === 0) return `€${1000 + at}`;
  if (at % 3 === 0) return `$${(1000 + at).toLocaleString('en-US')}.50`;
  return 1000 + (at % 40);
}

export const calls = Array.from(
  { length: 400 },
  (_, at): Call => ({
    id: `c${at.toString(16).padStart(23, '0')}`,
    created: new Date(FIRST + at * 14_000_000).toISOString(),
    type: 'Inbound',
    status: STATUSES[at % 3] ?? 'Completed',
    duration: at % 13 === 0 ? 4 : 60,
    use_case: { id: `u${at % 3}`, name: `Case ${at % 3}`, model: `m${at % 2}`, language: 'en' },
    language: at % 4 === 0 ? 'es' : 'en',
    classification: { tag: OUTCOMES[at % 5] ?? undefined },
    extraction: {
      rate: rateOf(at),
      weight: at % 2 === 0 ? `${at}k lbs` : undefined,
      lane: { origin: at % 7 === 0 ? null : `City ${at % 30}` },
      stops: at % 6 === 0 ? [{ miles: 10 }, { miles: at }, { miles: 20 }] : [],
      equipment: at % 9 === 0 ? ['Van', 'Reefer'] : ['Flatbed'],
    },
    ...(at % 4 !== 0 && { costs: { total_costs: at / 100 } }),
  }),
);

/** The values of a key on a call, as the index has them: each text once. */
export function readAt(call: Call, key: string) {
  const read = valuesAt(call.extraction, key).map(({ value }) => readValue(value));
  return read.filter((each, at) => read.findIndex(({ text }) => text === each.text) === at);
}

/** Its numbers in a unit, or without one. */
export function numbersAt(call: Call, key: string, unit: string | null): number[] {
  return readAt(call, key).flatMap((read) =>
    read.type === 'number' && read.number !== null && (read.unit === null || read.unit === unit)
      ? [read.number]
      : [],
  );
}

export function isReached({ status, duration }: Call): boolean {
  return status !== 'No answer' && (duration ?? 0) >= 10;
}
