import type { CallRow } from '@/lib/call/call';
import {
  type CostsResponse,
  FACET_KEYS,
  type FacetsResponse,
  type FacetValue,
  type SyncResponse,
  type TimelineResponse,
} from '@/lib/call/index-responses';
import type { RelatedResponse } from '@/lib/call/related';
import type { Meta } from '@/lib/call/responses';
import type { Transcript, TranscriptMessage } from '@/lib/call/transcript';
import type { UpstreamCheck } from '@/lib/call/upstream-check';
import { maskAll, maskValue } from './mask-value';
import { digitsSaid, isDigitsOnly, maskNumber, maskText } from './number-text';

/**
 * The answers for who may not see phone numbers. Fields that are known to hold one are masked whole; every other text
 * is searched for numbers. Known times, lengths and amounts stay, so that the page works.
 */

export function maskCall<T extends CallRow>(call: T): T {
  const { duration, max_duration_mins, costs, metadata } = call;
  const { from, to, ...details } = metadata ?? {};
  return like(call, {
    ...like({}, maskValue(call)),
    ...('duration' in call && { duration }),
    ...('max_duration_mins' in call && { max_duration_mins }),
    ...('costs' in call && { costs: maskValue(costs, 'keep') }),
    ...(metadata && {
      metadata: {
        ...like({}, maskValue(details)),
        ...('from' in metadata && { from: maskAll(from) }),
        ...('to' in metadata && { to: maskAll(to) }),
      },
    }),
  });
}

export function maskMeta(meta: Meta): Meta {
  const invalid = meta.invalid.map(({ id, problem }) => ({
    ...(id !== undefined && { id: maskText(id) }),
    problem: maskText(problem),
  }));
  const { reason } = meta;
  return {
    ...meta,
    invalid,
    ...(reason && { reason: { ...reason, detail: maskText(reason.detail) } }),
  };
}

export function maskTranscript(transcript: Transcript): Transcript {
  const { messages, start_time, odd, ...rest } = transcript;
  const pieces = numberPieces(messages);
  return {
    ...like(rest, maskValue(rest)),
    ...('start_time' in transcript && { start_time }),
    odd,
    messages: messages.map((message) => {
      const { start, end, content } = message;
      return {
        ...like(message, maskValue(message)),
        ...('start' in message && { start }),
        ...('end' in message && { end }),
        ...(pieces.has(message) && { content: maskAll(content) }),
      };
    }),
  };
}

/** Turns that say digits and nothing else, near each other: a number that somebody dictates in pieces. */
function numberPieces(messages: readonly TranscriptMessage[]): ReadonlySet<TranscriptMessage> {
  const said = ({ content }: TranscriptMessage) => {
    const text = textOf(content);
    return isDigitsOnly(text) ? digitsSaid(text) : 0;
  };
  const pieces = new Set<TranscriptMessage>();
  for (const [index, message] of messages.entries()) {
    if (said(message) === 0) continue;
    const near = messages.slice(Math.max(0, index - 4), index + 5);
    const digits = near.reduce((sum, each) => sum + said(each), 0);
    if (digits >= 7) pieces.add(message);
  }
  return pieces;
}

/** What a message says: its text, or those of its parts. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (Array.isArray(content)) return content.map(textOf).join(' ');
  const isPart = typeof content === 'object' && content !== null && 'text' in content;
  return isPart ? textOf(content.text) : '';
}

export function maskFacets(answer: FacetsResponse): FacetsResponse {
  const facets = { ...answer.facets };
  for (const key of FACET_KEYS) facets[key] = maskedValues(facets[key]);
  return { ...answer, facets };
}

/** Values that look the same under their masks are one. */
function maskedValues(values: readonly FacetValue[]): FacetValue[] {
  const merged = new Map<string, FacetValue>();
  for (const each of values) {
    const value = maskText(each.value);
    const count = each.count + (merged.get(value)?.count ?? 0);
    merged.set(value, { value, label: maskText(each.label), count });
  }
  return [...merged.values()];
}

export function maskTimeline(answer: TimelineResponse): TimelineResponse {
  const buckets = answer.buckets.map((bucket) => ({
    ...bucket,
    statuses: like(bucket.statuses, maskValue(bucket.statuses, 'keep')),
  }));
  return { ...answer, buckets };
}

export function maskCosts(answer: CostsResponse): CostsResponse {
  const groups = answer.groups.map((group) => ({
    ...group,
    key: group.key === null ? null : maskText(group.key),
    label: maskText(group.label),
  }));
  return { ...answer, groups };
}

export function maskRelated(answer: RelatedResponse): RelatedResponse {
  return {
    ...answer,
    number: answer.number === null ? null : maskNumber(answer.number),
    family: answer.family.map(maskCall),
    same_number: answer.same_number.map(maskCall),
  };
}

export function maskSync(answer: SyncResponse): SyncResponse {
  const { last_error, rejected, unknown_fields } = answer;
  return {
    ...answer,
    last_error: last_error && { ...last_error, message: maskText(last_error.message) },
    rejected: {
      ...rejected,
      latest: rejected.latest.map((each) => ({
        ...each,
        id: each.id === null ? null : maskText(each.id),
        problem: maskText(each.problem),
      })),
    },
    unknown_fields: unknown_fields.map(maskText),
  };
}

/** What the check tells is about the upstream; names of fields are as it sent them. */
export function maskUpstreamCheck(answer: UpstreamCheck): UpstreamCheck {
  return {
    ...answer,
    odd_fields: answer.odd_fields.map((each) => ({
      ...each,
      path: maskText(each.path),
      example: maskText(each.example),
    })),
  };
}

/** Guarantee: a mask keeps the shape, a text stays a text; only numbers where anything may stand become texts. */
function like<T>(_original: T, masked: unknown): T {
  return masked as T;
}
