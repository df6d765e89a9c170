import type { Call, CallRow } from '@/lib/call/call';
import { rowOf } from '@/lib/call/row';

export function rowOfKept(document: string | undefined): CallRow {
  return rowOf(keptCall(document));
}

/**
 * Guarantee: documents are written by the index alone, from calls that had passed their schema.
 * @throws when there is none: each call was written together with its document, so the index has lost it
 */
export function keptCall(document: string | undefined): Call {
  if (!document) throw new Error('Corrupt database file: the document of a call is missing.');
  return JSON.parse(document) as Call;
}
