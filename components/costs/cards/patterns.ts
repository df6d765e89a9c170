import type { PatternsResponse } from '@/lib/call/answers/index-responses';

/** What a cell of the week is coloured by. */
export type CellMeasure = 'total' | 'calls';

/** One hour of one day of the week; without calls there is no cell in the answer. */
export type WeekCell = {
  weekday: number;
  hour: number;
  calls: number;
  /** null where none of the calls has a cost. */
  total: number | null;
  /** How much of the largest cell, from 0 to 1. */
  weight: number;
};

export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** All 168 hours of the week, the days one after the other. */
export function weekCells(cells: PatternsResponse['cells'], measure: CellMeasure): WeekCell[] {
  const most = Math.max(0, ...cells.map((cell) => cell[measure] ?? 0));
  const known = new Map(cells.map((cell) => [`${cell.weekday} ${cell.hour}`, cell]));
  return WEEKDAYS.flatMap((_, day) =>
    Array.from({ length: 24 }, (_, hour): WeekCell => {
      const { calls = 0, total = null } = known.get(`${day + 1} ${hour}`) ?? {};
      const value = measure === 'calls' ? calls : (total ?? 0);
      return {
        weekday: day + 1,
        hour,
        calls,
        total,
        weight: most > 0 ? Math.max(0, value) / most : 0,
      };
    }),
  );
}

/** `Mon, 09:00–10:00`. */
export function cellName({ weekday, hour }: Pick<WeekCell, 'weekday' | 'hour'>): string {
  const clock = (hours: number) => `${String(hours % 24).padStart(2, '0')}:00`;
  return `${WEEKDAYS[weekday - 1] ?? weekday}, ${clock(hour)}–${clock(hour + 1)}`;
}

/** A bar of the histogram: how many calls cost so much. */
export type CostBar = {
  from: number;
  to: number;
  count: number;
  label: string;
  place: { first: boolean; last: boolean };
};

export function costBars(
  distribution: PatternsResponse['distribution'],
  money: (amount: number) => string,
): CostBar[] {
  return distribution.map((bar, at) => ({
    ...bar,
    label: `${money(bar.from)} – ${money(bar.to)}`,
    place: { first: at === 0, last: at === distribution.length - 1 },
  }));
}
