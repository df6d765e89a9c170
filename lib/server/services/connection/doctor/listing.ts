import type { ProbeAnswer } from '@/lib/server/upstream/port/upstream';
import { at, countAt, isRow, listAt, type Row } from './json';

/** An answer of `GET /calls`, as far as it can be understood. */
export type Listing = {
  rows: readonly Row[];
  /** What it says of itself; null where it does not. */
  count: number | null;
  limit: number | null;
  offset: number | null;
  /** Whether the calls lie where the documentation says. */
  isPlain: boolean;
  ms: number;
};

/** Undefined for anything that is no list of calls. */
export function listingOf({ status, body, ms }: ProbeAnswer): Listing | undefined {
  if (status !== 200) return undefined;
  const around = envelopeOf(body);
  if (!around) return undefined;
  return {
    rows: listAt(around, 'calls').filter(isRow),
    count: countAt(around, 'count'),
    limit: countAt(around, 'limit'),
    offset: countAt(around, 'offset'),
    isPlain: around === body,
    ms,
  };
}

/** A bare list, and one that lies a level deeper, are lists too. */
function envelopeOf(body: unknown): Row | undefined {
  if (Array.isArray(body)) return { calls: body };
  if (!isRow(body)) return undefined;
  if (Array.isArray(body.calls) || body.calls === null) return body;
  for (const inner of Object.values(body)) {
    if (Array.isArray(at(inner, 'calls'))) return isRow(inner) ? inner : undefined;
    if (Array.isArray(inner) && inner.every(isRow)) return { ...body, calls: inner };
  }
  return undefined;
}
