import type { ValueFigures } from '@/lib/call/answers/outcomes-responses';
import type { Statistic } from '@/lib/call/query/routes/field-query';

export const STATISTIC_LABELS: Record<Statistic, string> = {
  median: 'Median',
  mean: 'Average',
  sum: 'Sum',
  spread: 'Spread',
};

export type FigureKey = 'p5' | 'p25' | 'median' | 'p75' | 'p95' | 'mean' | 'sum';

/** A line of the drawing. */
export type FigureLine = { key: FigureKey; label: string; color: string; dash?: string };

const MEDIAN: FigureLine = { key: 'median', label: 'Median', color: 'var(--accent)' };

/** What is drawn of a statistic: of the spread the middle, half of the numbers around it, and nine of ten. */
export const STATISTIC_LINES: Record<Statistic, readonly FigureLine[]> = {
  median: [MEDIAN],
  mean: [{ key: 'mean', label: 'Average', color: 'var(--accent)' }],
  sum: [{ key: 'sum', label: 'Sum', color: 'var(--accent)' }],
  spread: [
    { key: 'p95', label: 'p95', color: 'var(--muted)', dash: '2 3' },
    { key: 'p75', label: 'p75', color: 'var(--muted)', dash: '5 3' },
    MEDIAN,
    { key: 'p25', label: 'p25', color: 'var(--muted)', dash: '5 3' },
    { key: 'p5', label: 'p5', color: 'var(--muted)', dash: '2 3' },
  ],
};

/** The number that a statistic is compared by. */
export function figureOf(figures: ValueFigures, statistic: Statistic): number | null {
  return figures[statistic === 'spread' ? 'median' : statistic];
}
