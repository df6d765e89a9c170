import {
  FACET_KEYS,
  type FacetsResponse,
  type FacetValue,
  type SyncResponse,
  type TimelineResponse,
} from '@/lib/call/answers/index-responses';
import type { Problem } from '@/lib/call/answers/problem';
import type { Meta } from '@/lib/call/answers/responses';
import type { OddField, UpstreamCheck } from '@/lib/call/answers/upstream-check';
import { like, maskId } from './known';
import { maskValue } from './mask-value';
import { maskText } from './numbers/number-text';

/**
 * The answers that count calls, for who may not see phone numbers: their texts are searched for numbers. Known times,
 * lengths, amounts and ids stay, so that the page works.
 */

export function maskMeta(meta: Meta): Meta {
  const invalid = meta.invalid.map(({ id, problem }) => ({
    ...(id !== undefined && { id: maskId(id) }),
    problem: maskText(problem),
  }));
  const { reason } = meta;
  return {
    ...meta,
    invalid,
    odd: meta.odd.map(({ id, fields }) => ({ id: maskId(id), fields: fields.map(maskText) })),
    ...(reason && { reason: { ...reason, detail: maskText(reason.detail) } }),
  };
}

export function maskFacets(answer: FacetsResponse): FacetsResponse {
  const facets = { ...answer.facets };
  for (const key of FACET_KEYS) facets[key] = maskedValues(facets[key], IDS.has(key));
  return { ...answer, facets };
}

/** Facets whose values are ids. */
const IDS: ReadonlySet<string> = new Set(['use_cases', 'campaigns', 'agents']);

/** What went wrong can repeat what HappyRobot said, and that what is in its calls. */
export function maskProblem(told: Problem): Problem {
  return { ...told, detail: maskText(told.detail) };
}

/** Values that look the same under their masks are one. */
function maskedValues(values: readonly FacetValue[], areIds: boolean): FacetValue[] {
  const mask = areIds ? maskId : maskText;
  const merged = new Map<string, FacetValue>();
  for (const each of values) {
    const value = mask(each.value);
    // An id that has a name is shown by it, and that is free text.
    const label = each.label === each.value ? value : maskText(each.label);
    const same = merged.get(value) ?? { label, count: 0 };
    const count = each.count + same.count;
    merged.set(value, { value, label: same.label === label ? label : value, count });
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

type Named = { key: string | null; label: string };

/** Of costs, whose groups are named by what calls hold. */
export function maskGroups<T extends { groups: readonly Named[] }>(answer: T): T {
  const groups = answer.groups.map((group) => ({
    ...group,
    key: group.key === null ? null : maskText(group.key),
    label: maskText(group.label),
  }));
  return { ...answer, groups };
}

export function maskSync(answer: SyncResponse): SyncResponse {
  const { last_error, rejected, unknown_fields, odd_fields } = answer;
  return {
    ...answer,
    last_error: last_error && { ...last_error, message: maskText(last_error.message) },
    rejected: {
      ...rejected,
      latest: rejected.latest.map((each) => ({
        ...each,
        id: each.id === null ? null : maskId(each.id),
        problem: maskText(each.problem),
      })),
    },
    unknown_fields: unknown_fields.map(maskText),
    odd_fields: odd_fields.map(maskOddField),
  };
}

function maskOddField(field: OddField): OddField {
  return { ...field, path: maskText(field.path), example: maskId(field.example) };
}

/** What the check tells is about the upstream; names of fields are as it sent them. */
export function maskUpstreamCheck(answer: UpstreamCheck): UpstreamCheck {
  return {
    ...answer,
    odd_fields: answer.odd_fields.map(maskOddField),
  };
}
