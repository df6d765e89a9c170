import { type ExtractedBound, extractedBound } from '@/lib/call/query/extracted';

type Typed = { min: string; max: string };
type Ends = { min: ExtractedBound | null; max: ExtractedBound | null };
type Read = { bounds: Ends } | { wrong: 'min' | 'max'; problem: string };

/** Reads two typed numbers, written in any way that a number is understood in; an empty field is an open end. */
export function readQuantities(typed: Typed): Read {
  return readEnds(typed, 'number', 'Enter a number, such as 1250 or $1,250.00.');
}

/** Reads two days as the browser's fields for dates give them. */
export function readDays(typed: Typed): Read {
  return readEnds(typed, 'string', 'Enter a date.');
}

function readEnds(typed: Typed, kind: 'number' | 'string', problem: string): Read {
  const min = readBound(typed.min, kind);
  if (min === undefined) return { wrong: 'min', problem };
  const max = readBound(typed.max, kind);
  if (max === undefined) return { wrong: 'max', problem };
  // Days are of one length, so that texts are in the order of time.
  if (min !== null && max !== null && min > max)
    return {
      wrong: 'max',
      problem:
        kind === 'number' ? 'The maximum is below the minimum.' : 'The end is before the start.',
    };
  return { bounds: { min, max } };
}

/** Null is an empty field, undefined what cannot be read. */
function readBound(text: string, kind: 'number' | 'string'): ExtractedBound | null | undefined {
  if (text.trim() === '') return null;
  const outcome = extractedBound.decode(text.trim());
  return 'value' in outcome && typeof outcome.value === kind ? outcome.value : undefined;
}

/** A bound as it stands in its field; one of the other kind stands in none. */
export function writtenNumber(bound: ExtractedBound | undefined): string {
  return typeof bound === 'number' ? extractedBound.encode(bound) : '';
}

export function writtenDay(bound: ExtractedBound | undefined): string {
  return typeof bound === 'string' ? bound.slice(0, 'YYYY-MM-DD'.length) : '';
}
