import { createHash } from 'node:crypto';
import type { Call } from '@/lib/call/call';
import { floorOf, toIso } from '@/lib/call/values/instant-bounds';
import {
  configurationOf,
  type UseCase,
  withoutConfiguration,
} from '@/lib/call/values/use-case-parts';
import { forEachYielding } from '@/lib/server/yielding-loop';

/** A call as it was read, and what tells whether that is news. */
export type FetchedCall = {
  call: Call;
  id: string;
  /** Milliseconds since 1970. */
  created: number;
  /** The call as JSON, its use case cut down to what a row shows. */
  document: string;
  /** Tells whether the call has changed: 48 bits of a digest. */
  fingerprint: number;
  /** The use case with its whole configuration, where that came along. */
  configuration: UseCase | null;
};

/** The calls of a page, each once, as it came last; others have their turn in between. */
export async function fetchedCallsOf(calls: readonly Call[]): Promise<FetchedCall[]> {
  const fetchedCalls = new Map<string, FetchedCall>();
  await forEachYielding(calls, (call) => fetchedCalls.set(call.id, sightingOf(call)));
  return [...fetchedCalls.values()];
}

/** A call that has no time keeps the one at which it was first seen. */
export function withFirstTime(seen: FetchedCall, first: number): FetchedCall {
  if (seen.call.callscope?.created_from !== 'first_seen' || seen.created === first) return seen;
  return sightingOf({ ...seen.call, created: toIso(first) });
}

function sightingOf(call: Call): FetchedCall {
  const document = JSON.stringify(withoutConfiguration(call));
  return {
    call,
    id: call.id,
    created: floorOf(call.created),
    document,
    fingerprint: createHash('sha1').update(document).digest().readUIntBE(0, 6),
    configuration: configurationOf(call),
  };
}

/** Tells whether what the agent found out has changed: 31 bits of a digest. */
export function extractionDigest(extraction: Call['extraction']): number {
  const json = JSON.stringify(extraction ?? null);
  return createHash('sha1').update(json).digest().readUInt32BE(0) >>> 1;
}
