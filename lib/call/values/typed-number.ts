import { amount } from './codec';

/** Thousands are parted by commas, as everywhere on the page, by spaces, apostrophes, or by points before a comma. */
const GROUPED = [
  /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/,
  /^[1-9]\d{0,2}(?:\s\d{3})+(?:[.,]\d+)?$/,
  /^[1-9]\d{0,2}(?:['’]\d{3})+(?:[.,]\d+)?$/,
  /^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/,
  /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/,
];

/** A number that a person typed, with nothing but digits and a point; where commas cannot part thousands, one is the point to many. */
export function plainNumber(written: string): string {
  if (!GROUPED.some((grouped) => grouped.test(written))) return written.replace(',', '.');
  const [whole = ''] = /^[1-9]\d{0,2}(?:(\D)\d{3})(?:\1\d{3})*/.exec(written) ?? [];
  return whole.replace(/\D/g, '') + written.slice(whole.length).replace(',', '.');
}

/** An amount that a person typed; undefined where it cannot be read. */
export function typedAmount(text: string): number | undefined {
  const decoded = amount.decode(plainNumber(text.trim()));
  return 'value' in decoded ? decoded.value : undefined;
}
