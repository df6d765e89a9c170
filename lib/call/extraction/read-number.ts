import { MOST_AMOUNT } from '@/lib/call/values/codec';
import { phoneNumbersIn } from '@/lib/call/values/phone';
import { plainNumber } from '@/lib/call/values/typed-number';
import { currencyOf, unitOf } from './units';

/** A number and what it is measured in, where that is said. */
export type Quantity = { number: number; unit: string | null };

/** With at most so many digits before the point: more make an id. */
const MOST_DIGITS = 11;
const LONGEST = 40;

const WRITTEN =
  /^([-+−]?)\s?([$€£¥]|[A-Z]{2,3}\$?)?\s?([-+−]?)(\d[\d.,'’\s]*?)\s?([kKmM](?![\p{L}]))?\s?([$€£¥%°'"″′/\p{L}][\p{L}°/%$€£¥ .]*)?$/u;

/**
 * The number that a whole text is, however it is written: `1,250`, `$1,250.00`, `1250 USD`, `45k lbs`, `−5 °F`. Null
 * for texts in which a number is only a part, for codes with leading zeros, phone numbers and long ids.
 */
export function quantityOf(text: string): Quantity | null {
  if (text.length > LONGEST) return null;
  const written = WRITTEN.exec(text);
  if (!written) return null;
  const [, before = '', prefix, after = '', digits = '', factor, suffix] = written;
  if (before !== '' && after !== '') return null;
  const unit = unitAround(prefix, suffix?.trim(), factor);
  const plain = plainNumber(digits.trim());
  if (unit === undefined || isCode(plain) || phoneNumbersIn(text).length > 0) return null;
  const sign = before + after === '-' || before + after === '−' ? -1 : 1;
  const number = numberIn(sign * Number(plain) * (unit.factor ?? 1));
  return number === null ? null : { number, unit: unit.name };
}

/** A number to six decimals; null where it is larger than any that can be asked for. */
export function numberIn(value: number): number | null {
  if (!(Math.abs(value) <= MOST_AMOUNT)) return null;
  return Math.round(value * 1_000_000) / 1_000_000 + 0;
}

function isCode(plain: string): boolean {
  const [, whole = ''] = /^(\d+)(?:\.\d+)?$/.exec(plain) ?? [];
  return whole === '' || whole.length > MOST_DIGITS || /^0\d/.test(whole);
}

/** What stands around the digits; undefined where that is no unit. */
function unitAround(
  prefix: string | undefined,
  suffix: string | undefined,
  letter: string | undefined,
): { name: string | null; factor?: number } | undefined {
  const currency = prefix === undefined ? null : currencyOf(prefix);
  if (currency === undefined) return undefined;
  const isMetre = letter === 'm' && currency === null && suffix === undefined;
  if (isMetre) return { name: 'm' };
  const factor = letter === undefined ? {} : { factor: /k/i.test(letter) ? 1000 : 1_000_000 };
  const unit = suffix === undefined || suffix === '' ? null : unitOf(suffix);
  if (unit === undefined) return undefined;
  if (currency === null) return { name: unit, ...factor };
  return { name: unit === null || unit === currency ? currency : `${currency}${unit}`, ...factor };
}
