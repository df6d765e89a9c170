import type { OutlookResponse } from '@/lib/call/answers/outlook-responses';

/** What today came to until the end of an hour, and what is usual until then. */
export type HourPoint = OutlookResponse['today']['hours'][number] & {
  /** `09:00`: when the hour ends. */
  label: string;
  range: [number, number] | null;
};

export function hourPoints({ today }: OutlookResponse): HourPoint[] {
  return today.hours.map((each) => ({
    ...each,
    label: `${String(each.hour + 1).padStart(2, '0')}:00`,
    range: each.band && [each.band.low, each.band.high],
  }));
}
