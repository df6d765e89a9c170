import type { Micros } from '@/lib/call/costs/costs';

/** One locale for server and browser, so that both write the same text. */
const LOCALE = 'en-US';

/**
 * Money from micro-units, the only place where amounts become text. A single call costs cents, so four decimals
 * are shown up to an amount of ten, then two.
 */
export function formatMoney(micros: Micros, currency: string): string {
  const amount = micros / 1_000_000;
  if (micros > 0 && amount < LEAST / 2) return `<${write(LEAST, currency)}`;
  if (micros < 0 && amount > -LEAST / 2) return `>${write(-LEAST, currency)}`;
  return write(amount, currency);
}

/** The least amount that four decimals can show; what is less is not shown as nothing. */
const LEAST = 0.0001;

function write(amount: number, currency: string): string {
  const digits = Math.abs(amount) < 10 ? 4 : 2;
  return new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency,
    notation: Math.abs(amount) < ABSURD ? 'standard' : 'scientific',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount);
}

/** From here on the digits of an amount say nothing, and there can be three hundred of them. */
const ABSURD = 1e15;

/** Round amounts of a scale, without decimals that say nothing: `$7`, `$0.05`; large ones short, `IDR 1.1B`. */
export function formatScaleMoney(micros: Micros, currency: string): string {
  const amount = micros / 1_000_000;
  return new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency,
    notation: Math.abs(amount) >= 1_000_000 ? 'compact' : 'standard',
    minimumFractionDigits: 0,
    maximumFractionDigits: 6,
  }).format(amount);
}

/** A share of a whole, `12.5%`; a whole of zero has no shares: null. */
export function formatShare(part: Micros, whole: Micros): string | null {
  if (whole === 0) return null;
  return `${((part / whole) * 100).toFixed(1)}%`;
}
