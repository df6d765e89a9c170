import type { SyncSettings } from '@/lib/server/sync/settings';
import type { Range } from './reread';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** What is read again, and when. */
export function createRanges({ dayMs, weekMs, allHour }: SyncSettings): Range[] {
  return [
    { name: 'day', spanMs: DAY_MS, next: (last) => last + dayMs, covers: ['day'] },
    { name: 'week', spanMs: 7 * DAY_MS, next: (last) => last + weekMs, covers: ['day', 'week'] },
    {
      name: 'everything',
      spanMs: null,
      next: (last) => nextHour(last, allHour),
      covers: ['day', 'week', 'everything'],
    },
  ];
}

/** The first moment after `time` at which an hour of the day begins in UTC. */
function nextHour(time: number, hour: number): number {
  const today = Math.floor(time / DAY_MS) * DAY_MS + hour * HOUR_MS;
  return today > time ? today : today + DAY_MS;
}
