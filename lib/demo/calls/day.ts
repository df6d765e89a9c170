import { oddCallOfDay } from '@/lib/demo/odd/odd-calls';
import { centralMidnight, HOUR_MS, weekday } from './central-time';
import { composeCall } from './compose';
import { DESKS } from './desks/all';
import type { Desk } from './desks/desk';
import type { Draft } from './draft';
import { createRandom, type Random } from './random';

/** Calls of a day, Sunday first; a week has 768, so that 12,993 calls reach back 116 to 120 days. */
const CALLS_BY_WEEKDAY = [26, 144, 146, 143, 145, 132, 32] as const;

/** How busy each hour is in Chicago, midnight first. */
const OFFICE_HOURS = hourly([
  0.2, 0.1, 0.1, 0.1, 0.4, 1, 2.5, 6, 10, 12, 12, 11, 8, 10, 11.5, 11, 8, 4, 1.5, 0.8, 0.6, 0.5,
  0.4, 0.3,
]);
const WEEKEND_HOURS = hourly([
  0.6, 0.5, 0.4, 0.4, 0.6, 1, 2, 3, 4, 5, 5, 4.5, 4, 3.5, 3, 3, 2.5, 2, 2, 1.8, 1.6, 1.3, 1, 0.8,
]);

const OPEN_IN_OFFICE_HOURS = desksOpenBut('closed');
const OPEN_OTHERWISE = desksOpenBut('office');

const RETRIED = ['No answer', 'Busy', 'AMD Terminated'];

/**
 * The calls that began on one Central day, with the later attempts they led to (which can fall on the next
 * morning). They depend on the seed and the day alone, so an earlier day reads the same tomorrow.
 */
export function createDay(seed: string, day: number): Draft[] {
  const random = createRandom(`${seed}/day/${day}`);
  const midnight = centralMidnight(day);
  const weekend = weekday(day) === 0 || weekday(day) === 6;
  const target = (CALLS_BY_WEEKDAY[weekday(day)] ?? 0) + random.int(-2, 2);
  const hours = weekend ? WEEKEND_HOURS : OFFICE_HOURS;
  const drafts: Draft[] = [];
  const odd = oddCallOfDay(random, day, midnight + 10 * HOUR_MS);
  if (odd) drafts.push(odd);
  while (drafts.length < target) {
    const hour = random.weighted(hours);
    const created = midnight + hour * HOUR_MS + random.int(0, HOUR_MS - 1);
    const desk = deskAt(random, hour, weekend);
    drafts.push(...attempts(random, desk, composeCall(random, desk, created)));
  }
  return drafts.slice(0, target);
}

function hourly(loads: readonly number[]): (readonly [number, number])[] {
  return loads.map((load, hour) => [hour, load]);
}

function desksOpenBut(closed: Desk['open']): (readonly [Desk, number])[] {
  return DESKS.filter((desk) => desk.open !== closed).map((desk) => [desk, desk.weight]);
}

function deskAt(random: Random, hour: number, weekend: boolean): Desk {
  const office = !weekend && hour >= 7 && hour < 18;
  return random.weighted(office ? OPEN_IN_OFFICE_HOURS : OPEN_OTHERWISE);
}

/** A call and up to two more attempts when nobody was reached. */
function attempts(random: Random, desk: Desk, first: Draft): Draft[] {
  const chain = [first];
  let last = first;
  while (chain.length < 3 && isRetried(random, last)) {
    const wait = random.int(20, 150) * 60_000;
    last = composeCall(random, desk, last.endedAt + wait, last.call);
    chain.push(last);
  }
  return chain;
}

function isRetried(random: Random, { call }: Draft): boolean {
  return call.type === 'Outbound' && RETRIED.includes(call.status) && random.chance(0.62);
}
