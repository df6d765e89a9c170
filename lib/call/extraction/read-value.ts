import { dateOf } from './read-date';
import { numberIn, quantityOf } from './read-number';
import { remembered } from './remembered';
import type { FoundValue } from './walk';
import { wellFormed } from './well-formed';
import { isYesOrNo } from './yes-no';

/** What a value is, taken by itself. */
export const VALUE_TYPES = ['text', 'number', 'boolean', 'date', 'object'] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

/** A value as it is asked for and counted. */
export type ReadValue = Readonly<{
  type: ValueType;
  /** What filters compare; null: an object, which has none. */
  text: string | null;
  /** Of a number, to six decimals; of a date in milliseconds since 1970; null of anything else. */
  number: number | null;
  /** What a number is measured in, in one spelling, where it says so. */
  unit: string | null;
  /** A text of nothing but digits: a number or a code, only the use case knows which. */
  digits: boolean;
}>;

/** As much of a text as a filter can name. */
export const MOST_TEXT = 1000;

const NOTHING = { text: null, number: null, unit: null, digits: false };

/** Reads a value by what it is; never a part of a text. */
export function readValue(value: FoundValue['value']): ReadValue {
  if (typeof value === 'object') return { ...NOTHING, type: 'object' };
  if (typeof value === 'string') return readText(value);
  const text = String(value);
  if (typeof value === 'boolean') return { ...NOTHING, type: 'boolean', text };
  const number = numberIn(value);
  return { ...NOTHING, type: number === null ? 'text' : 'number', text, number };
}

/** No number is written without one here, nor a date. */
const HAS_DIGIT = /\d/;

const readText = remembered((written): ReadValue => {
  const text = keptText(written);
  return { ...NOTHING, ...typed(text), text };
});

function typed(text: string): Pick<ReadValue, 'type'> & Partial<ReadValue> {
  const written = text.trim();
  if (isYesOrNo(written)) return { type: 'boolean' };
  if (!HAS_DIGIT.test(written)) return { type: 'text' };
  const quantity = quantityOf(written);
  if (quantity) return { type: 'number', ...quantity, digits: /^\d+$/.test(written) };
  const date = dateOf(written);
  return date === null ? { type: 'text' } : { type: 'date', number: date };
}

/** Such letters have one form only. */
const PLAIN = /^[\x20-\x7e]*$/;

/** A text in one form, cut where no filter could name it; it is told by its end. */
function keptText(text: string): string {
  const one = PLAIN.test(text) ? text : wellFormed(text).normalize('NFC');
  return one.length <= MOST_TEXT ? one : `${wellFormed(one.slice(0, MOST_TEXT - 1))}…`;
}
