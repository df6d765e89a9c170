import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Call } from '@/lib/call/call';
import { floorOf } from '@/lib/call/values/instant-bounds';
import {
  configurationOf,
  type UseCase,
  withoutConfiguration,
} from '@/lib/call/values/use-case-parts';

/** More slots let more write at once and cost each page a statement more. */
export const SLOTS = 8;

/** A call as the record keeps it; texts that are digests are 16 hexadecimal digits. */
export type PackedCall = {
  id: string;
  created: number;
  fingerprint: string;
  document: Buffer;
  /** The use case's configuration, which many calls have in common; null where it did not come along. */
  configuration: { digest: string; document: Buffer } | null;
};

/** The slot of an id: the same at all times, and everywhere. */
export function slotOf(id: string): number {
  return createHash('sha1').update(id).digest().readUInt8(0) % SLOTS;
}

export function packCall(call: Call): PackedCall {
  const json = JSON.stringify(withoutConfiguration(call));
  const configuration = configurationOf(call);
  return {
    id: call.id,
    created: floorOf(call.created),
    fingerprint: digest(json),
    document: deflateRawSync(json),
    configuration: configuration && packConfiguration(configuration),
  };
}

function packConfiguration(useCase: UseCase) {
  const json = JSON.stringify(useCase);
  return { digest: digest(json), document: deflateRawSync(json) };
}

/** Guarantee: documents are written by the record alone, from calls that had passed their schema. */
export function unpackCall(document: Buffer, configuration: UseCase | null): Call {
  const call = JSON.parse(inflateRawSync(document).toString()) as Call;
  if (configuration === null || !call.use_case) return call;
  return { ...call, use_case: { ...configuration, ...call.use_case } };
}

/** Guarantee: as of {@link unpackCall}. */
export function unpackConfiguration(document: Buffer): UseCase {
  return JSON.parse(inflateRawSync(document).toString()) as UseCase;
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
