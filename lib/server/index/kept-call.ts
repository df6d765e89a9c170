import type { Call, CallRow } from '@/lib/call/call';
import { rowOf } from '@/lib/call/row';

export function rowOfKept(document: string): CallRow {
  return rowOf(keptCall(document));
}

/** Guarantee: documents are written by the index alone, from calls that had passed their schema. */
export function keptCall(document: string): Call {
  return JSON.parse(document) as Call;
}
