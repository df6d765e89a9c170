import { describeRange, type Ends, toMinutes } from '@/lib/format/range';
import { zonedFormat } from '@/lib/format/time';

/** Paper is read in other years: `Nov 1 – Nov 7, 2026`. */
export function rangeWords(range: Ends, zone: string): string {
  return describeRange(toMinutes(range), zone, IN_NO_YEAR);
}

/** A moment whose year nobody means, so that every year is named. */
const IN_NO_YEAR = Date.UTC(1900, 6);

/** The range in the name of a file: `2026-11-01-to-2026-11-07`, with the time of day where it is not a whole day. */
export function rangeSlug({ from, to }: Ends, zone: string): string {
  if (from === null && to === null) return 'all-time';
  if (from === null) return `until-${slugOf(to, zone, 1)}`;
  if (to === null) return `from-${slugOf(from, zone, -1)}`;
  const [first, last] = [slugOf(from, zone, -1), slugOf(to, zone, 1)];
  return first === last ? first : `${first}-to-${last}`;
}

/** `beside` is the way to the moment just outside of the range: where another day begins there the time says nothing. */
function slugOf(instant: string | null, zone: string, beside: 1 | -1): string {
  const time = Date.parse(instant ?? '');
  const day = dayOf(time, zone);
  if (dayOf(time + (beside === 1 ? 1000 : -1), zone) !== day) return day;
  const clock = zonedFormat(zone, { hour: '2-digit', minute: '2-digit' }).format(time);
  return `${day}-${clock.replace(':', '')}`;
}

function dayOf(time: number, zone: string): string {
  const parts = zonedFormat(zone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(time);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}
