import { type ExportFormat, isFocus } from '@/lib/call/query/routes/export-query';
import type { InstantRange } from '@/lib/url/relative-range';
import { localClock } from './formats/clock';

type Named = {
  format: ExportFormat;
  extension: string;
  /** The instants that the calls lie between, both inclusive; an absent end is open. */
  range: InstantRange;
  /** Conditions other than the range are in force. */
  filtered: boolean;
  timezone: string;
  now: Date;
};

/**
 * `callscope-calls-2026-11-01-to-2026-11-07-filtered.csv`: what is in the file and the days it covers by the clocks
 * of the zone; an open range ends today. Made of our own words and digits only, whatever was asked for.
 */
export function fileName({ format, extension, range, filtered, timezone, now }: Named): string {
  const dayOf = (iso: string) => localClock(timezone)(iso).replace(/[^\d-].*$/, '');
  const parts = [
    isFocus(format) ? `callscope-costs-${format}` : 'callscope-calls',
    range.from === undefined ? 'until' : `${dayOf(range.from)}-to`,
    dayOf(range.to ?? now.toISOString()),
    ...(filtered ? ['filtered'] : []),
  ];
  return `${parts.join('-')}.${extension}`;
}
