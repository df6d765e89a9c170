import type { Call } from '@/lib/call/call';
import { type ReadValue, readValue } from '@/lib/call/extraction/read-value';
import { eachValue } from '@/lib/call/extraction/walk';
import { extractedConditions } from '@/lib/call/query/extracted';
import { NO_VALUE, termOf } from '@/lib/call/values/terms';
import type { IndexQuery } from '@/lib/server/index/store';

/** What the index should say of extracted values, worked out call by call: slow, plain, and without any SQL. */

type Value = ReadValue & { listed: boolean };

/** The values of a call at a key, each text once. */
export function valuesIn({ extraction }: Call, key: string): Value[] {
  const values = new Map<string | null, Value>();
  for (const { key: at, value, listed } of eachValue(extraction).found) {
    const read = readValue(value);
    if (at === key && !values.has(read.text)) values.set(read.text, { ...read, listed });
  }
  return [...values.values()];
}

export function termsIn(call: Call, key: string): string[] {
  const values = valuesIn(call, key);
  if (values.length === 0) return [NO_VALUE];
  return values.flatMap(({ text }) => (text === null ? [] : termOf(text)));
}

export function keysIn(calls: readonly Call[]): string[] {
  return [
    ...new Set(
      calls.flatMap(({ extraction }) => eachValue(extraction).found.map(({ key }) => key)),
    ),
  ];
}

/** `except` is a key whose conditions are left out. */
export function matchesExtracted(call: Call, query: IndexQuery, except?: string): boolean {
  return extractedConditions(query).every(({ key, any, none, min, max, has }) => {
    if (key === except) return true;
    const values = valuesIn(call, key);
    const terms = termsIn(call, key);
    const within = values.some((value) => isWithin(value, min, max));
    return (
      (!any || any.some((term) => terms.includes(term.normalize('NFC')))) &&
      !none?.some((term) => terms.includes(term.normalize('NFC'))) &&
      ((min === undefined && max === undefined) || within) &&
      (has === undefined || has === values.length > 0)
    );
  });
}

function isWithin({ type, number }: Value, min?: number | string, max?: number | string): boolean {
  if (number === null) return false;
  const fits = (
    bound: number | string | undefined,
    compare: (bound: number) => boolean,
    end = 0,
  ) => {
    if (bound === undefined) return true;
    if (typeof bound === 'number') return type === 'number' && compare(bound);
    return type === 'date' && compare(Date.parse(bound) + end);
  };
  return fits(min, (bound) => number >= bound) && fits(max, (bound) => number <= bound, 86_399_999);
}

/** The calls in the order of a key. */
export function sortedByKey(calls: readonly Call[], key: string, sort: 'asc' | 'desc'): Call[] {
  const sign = sort === 'asc' ? 1 : -1;
  const first = <T>(values: T[], compare: (a: T, b: T) => number) =>
    values.sort((a, b) => sign * compare(a, b))[0];
  const placed = calls.map((call) => {
    const values = valuesIn(call, key);
    const numbers = (type: string) =>
      values.flatMap((value) => (value.type === type && value.number !== null ? value.number : []));
    const texts = values.flatMap(({ type, text }) =>
      type === 'number' || type === 'date' || text === null ? [] : text,
    );
    const by = [
      first(numbers('number'), (a, b) => a - b),
      first(numbers('date'), (a, b) => a - b),
      first(texts, bytes),
    ];
    return { call, by };
  });
  placed.sort((a, b) => {
    for (const [at, value] of a.by.entries()) {
      const other = b.by[at];
      if (value === undefined || other === undefined) {
        if (value !== other) return value === undefined ? 1 : -1;
        continue;
      }
      const compared =
        typeof value === 'number' ? value - Number(other) : bytes(value, String(other));
      if (compared !== 0) return sign * compared;
    }
    return (
      sign *
      (Date.parse(a.call.created) - Date.parse(b.call.created) || bytes(a.call.id, b.call.id))
    );
  });
  return placed.map(({ call }) => call);
}

function bytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
