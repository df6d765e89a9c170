import type { PatternsResponse } from '@/lib/call/answers/index-responses';
import { niceTicks } from '@/lib/format/ticks';

/** What an hour of the week is told by: what it cost or how many calls it had, each time it came round or in all. */
export type CellMeasure = { of: 'total' | 'calls'; by: 'occurrence' | 'sum' };

/** One hour of one day of the week; without calls there is no cell in the answer. */
export type WeekCell = {
  weekday: number;
  hour: number;
  calls: number;
  /** null where none of the calls has a cost. */
  total: number | null;
  /** How often the hour came round; null where no call tells. */
  occurrences: number | null;
};

export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** All 168 hours of the week, the days one after the other. */
export function weekCells(cells: PatternsResponse['cells']): WeekCell[] {
  const known = new Map(cells.map((cell) => [`${cell.weekday} ${cell.hour}`, cell]));
  return WEEKDAYS.flatMap((_, day) =>
    Array.from({ length: 24 }, (_, hour): WeekCell => {
      const place = { weekday: day + 1, hour };
      const none = { calls: 0, total: null, occurrences: null };
      return { ...place, ...none, ...known.get(`${day + 1} ${hour}`) };
    }),
  );
}

/** What a cell comes to by a measure; null where that is not known. */
export function measured(cell: WeekCell, { of, by }: CellMeasure): number | null {
  const sum = cell[of];
  if (sum === null || by === 'sum') return sum;
  return cell.occurrences === null ? null : sum / cell.occurrences;
}

/** The steps of the colour scale: where each begins and ends. The first begins at zero and holds whatever is below. */
export type ColorStep = { from: number; to: number };

/** At most five steps of round width. */
export function colorSteps(values: readonly (number | null)[]): ColorStep[] {
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  const edges = niceTicks(0, most, 6);
  return edges.slice(1).map((to, at) => ({ from: edges[at] ?? 0, to }));
}

/** Which step a value is in: the end of a step belongs to it. */
export function stepOf(value: number, steps: readonly ColorStep[]): number {
  const found = steps.findIndex(({ to }) => value <= to);
  return found < 0 ? steps.length - 1 : found;
}

/** The colour of a step, from hardly seen to full. */
export function stepColor(step: number, steps: number): string {
  const share = Math.round(15 + (85 * step) / Math.max(1, steps - 1));
  return `color-mix(in srgb, var(--accent) ${share}%, var(--canvas))`;
}

/** `Mon, 09:00–10:00`. */
export function cellName({ weekday, hour }: Pick<WeekCell, 'weekday' | 'hour'>): string {
  const clock = (hours: number) => `${String(hours % 24).padStart(2, '0')}:00`;
  return `${WEEKDAYS[weekday - 1] ?? weekday}, ${clock(hour)}–${clock(hour + 1)}`;
}
