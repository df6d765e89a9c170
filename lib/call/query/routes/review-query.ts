import { isCallId } from '@/lib/call/call-id';
import type { CallsQuery } from '@/lib/call/query/filters';
import { shortText, text, type Value } from '@/lib/call/values/codec';

/** What `GET /api/calls/next` takes beside the filters. */
export const nextCodecs = {
  /** The call to go on from; it need not match the filters any more. */
  after: text((id) => (isCallId(id) ? undefined : 'is not a call id')),
  /** An e-mail address, or `anyone`, the default: then the next call is one that nobody has rated. */
  unrated_by: shortText(320),
} as const;
export type NextQuery = CallsQuery & Values<typeof nextCodecs>;

/** What `GET /api/review` takes beside the filters. */
export const reviewCodecs = { reviewer: shortText(320) } as const;
export type ReviewQuery = CallsQuery & Values<typeof reviewCodecs>;

type Values<T> = { [K in keyof T]?: Value<T[K]> };
