import { rangeSlug } from '@/components/print/range-words';
import type { Ends } from '@/lib/format/range';

/** `Cost over time` of a week in November as `callscope-cost-over-time-2026-11-01-to-2026-11-07`. */
export function fileName(figure: string, range: Ends, zone: string): string {
  const slug = figure
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `callscope-${slug}-${rangeSlug(range, zone)}`;
}
