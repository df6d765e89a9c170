import type { Micros } from '@/lib/call/costs/costs';

/** One locale for server and browser, so that both write the same text. */
const LOCALE = 'en-US';

/**
 * Money from micro-units, the only place where amounts become text. A single call costs cents, so four decimals are
 * shown up to an amount of ten, then as many as the currency has. Amounts that stand below each other share their
 * decimals: see {@link moneyDigits}.
 */
export function formatMoney(
  micros: Micros,
  currency: string,
  digits = moneyDigits([micros], currency),
): string {
  const amount = micros / 1_000_000;
  const least = 10 ** -digits;
  if (micros > 0 && amount < least / 2) return `<${write(least, currency, digits)}`;
  if (micros < 0 && amount > -least / 2) return `>${write(-least, currency, digits)}`;
  return write(amount, currency, digits);
}

/** The decimals in which all of these amounts are written: those that suit the largest. */
export function moneyDigits(amounts: readonly Micros[], currency: string): number {
  const own = ownDigits(currency);
  // What four decimals would round up to ten is ten.
  return amounts.some((micros) => Math.abs(micros) >= 9_999_950) ? own : Math.max(FINE, own);
}

const FINE = 4;

/** From here on the digits of an amount say nothing, and there can be three hundred of them. */
const ABSURD = 1e15;

function write(amount: number, currency: string, digits: number): string {
  const notation = Math.abs(amount) < ABSURD ? 'standard' : 'scientific';
  return currencyFormat(currency, digits, digits, notation).format(amount);
}

const UNITS: readonly [size: number, letter: string][] = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
];

/**
 * How the marks of an axis are written, in amounts: all with the same decimals, and in the same unit where they are
 * large, `$0.00`, `$0.05`, `$0.10` or `$0.0M`, `$0.5M`, `$1.0M`.
 */
export function axisMoney(marks: readonly number[], currency: string): (amount: number) => string {
  const most = Math.max(0, ...marks.map(Math.abs));
  if (most >= ABSURD)
    return (amount) => currencyFormat(currency, 0, 2, 'scientific').format(amount);
  const decimals = (size: number) =>
    Math.max(0, ...marks.map((mark) => decimalsOf(mark / size, size === 1 ? 6 : 9)));
  // A unit in which the marks would be told apart by their decimals only is too large.
  const [size, letter] = UNITS.find(([each]) => most >= each && decimals(each) <= 2) ?? [1, ''];
  const needed = decimals(size);
  const digits = needed > 0 && size === 1 ? Math.max(needed, ownDigits(currency)) : needed;
  const format = currencyFormat(currency, digits, digits, 'standard');
  // In this locale the currency stands before the number.
  return (amount) => `${format.format(amount / size)}${letter}`;
}

/** How many decimals a round number has, of those that it can tell. */
function decimalsOf(value: number, told: number): number {
  return /\.(\d+?)0*$/.exec(value.toFixed(told))?.[1]?.replace(/^0$/, '').length ?? 0;
}

const formats = new Map<string, Intl.NumberFormat>();

/** Formats are slow to make and used once a cell, so each is made once. */
function currencyFormat(
  currency: string,
  least: number | undefined,
  most: number | undefined,
  notation: 'standard' | 'scientific' | 'compact',
): Intl.NumberFormat {
  const key = `${currency} ${least} ${most} ${notation}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(LOCALE, {
    style: 'currency',
    currency,
    notation,
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  });
  formats.set(key, made);
  return made;
}

const digitsOf = new Map<string, number>();

/** How many decimals the currency itself has: two for dollars, none for yen, three for Kuwaiti dinars. */
function ownDigits(currency: string): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const options = currencyFormat(currency, undefined, undefined, 'standard').resolvedOptions();
  const digits = options.maximumFractionDigits ?? 2;
  digitsOf.set(currency, digits);
  return digits;
}

/** `+$1.20`, `−$1.20`; an amount of nothing has no sign. In whichever unit `write` takes it. */
export function signed(amount: number, write: (amount: number) => string): string {
  if (amount === 0) return write(0);
  return amount > 0 ? `+${write(amount)}` : `−${write(-amount)}`;
}

/** A share of a whole, `12.5%`; a whole of zero has no shares: null. */
export function formatShare(part: Micros, whole: Micros): string | null {
  if (whole === 0) return null;
  const percent = ((part / whole) * 100).toFixed(1);
  return `${percent === '-0.0' ? '0.0' : percent}%`;
}
