import type { Call } from '@/lib/call/call';

/**
 * Guarantee: documents are written by the index alone, from calls that had passed their schema.
 * @throws when there is none: each call was written together with its document, so the index has lost it
 */
export function storedCall(document: string | undefined): Call {
  if (!document) throw new Error('Corrupt database file: the document of a call is missing.');
  return JSON.parse(document) as Call;
}
