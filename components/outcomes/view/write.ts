import { formatQuantity } from '@/lib/format/extracted';

/** A part of a whole, `12.5%`. */
export function formatPercent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

/** A figure of numbers with their unit; no more decimals than say something. */
export function writeFigure(value: number, unit: string | null): string {
  const digits = Math.abs(value) >= 1 ? 2 : 4;
  return formatQuantity(Number(value.toFixed(digits)), unit);
}
