import type { Call } from '@/lib/call/call';
import { oddFieldsOf } from '@/lib/call/odd/odd';
import { UNKNOWN_WORD, type UPSTREAM_FILTER_KEYS } from '@/lib/call/query/filters';
import { floorOf } from '@/lib/call/values/instant-bounds';
import { showsWord } from './search';

type FilterKey = (typeof UPSTREAM_FILTER_KEYS)[number];

/** How much coarser than ours the other side's look at the bounds may be. */
const BOUND_SLACK_MS = 1_000;

/** Where a call shows what a filter asks about. */
const PATHS: Record<FilterKey, readonly string[]> = {
  type: ['type'],
  statuses: ['status'],
  tags: ['metadata.tags'],
  models: ['use_case.model'],
  ratings: ['ratings'],
  use_cases: ['use_case.id'],
  campaigns: ['campaign_id'],
  from: ['created'],
  to: ['created'],
  search: ['metadata.from', 'metadata.to', 'extraction'],
  transfer_contact_email: ['transfer_contact_email'],
};

type Words = string | readonly string[] | null | undefined;
/** What each filter was asked for. */
type Asked = Partial<Record<FilterKey, Words>>;
type Judge = (call: Call, asked: Asked) => boolean | null;

const JUDGES: Record<FilterKey, Judge> = {
  type: ({ type }, asked) => (type === UNKNOWN_WORD ? null : hasAny(asked.type, type)),
  statuses: ({ status }, asked) =>
    status === UNKNOWN_WORD ? null : hasAny(asked.statuses, status),
  tags: ({ metadata }, asked) => hasAny(asked.tags, metadata?.tags),
  models: ({ use_case }, asked) => hasAny(asked.models, use_case?.model),
  ratings: ({ ratings }, asked) =>
    hasAny(
      asked.ratings,
      ratings?.flatMap(({ emoji }) => emoji ?? []),
    ),
  use_cases: ({ use_case }, asked) => hasAny(asked.use_cases, use_case?.id),
  campaigns: ({ campaign_id }, asked) => hasAny(asked.campaigns, campaign_id),
  from: (call, { from }) =>
    typeof from !== 'string' ? null : timeOf(call) >= Date.parse(from) - BOUND_SLACK_MS,
  to: (call, { to }) =>
    typeof to !== 'string' ? null : timeOf(call) <= Date.parse(to) + BOUND_SLACK_MS,
  search: (call, { search }) => (typeof search !== 'string' ? null : showsWord(call, search)),
  transfer_contact_email: (call, asked) =>
    hasAny(asked.transfer_contact_email, call.transfer_contact_email),
};

/**
 * Whether a call is one that a filter of the question lets through; null where it cannot be told: the filter was not
 * asked for, or `odd` names what it asks about among the fields that could not be read.
 */
export function isLetThrough(
  key: FilterKey,
  call: Call,
  asked: Asked,
  odd: readonly string[] = oddFieldsOf(call),
): boolean | null {
  const isUnread =
    odd.length > 0 &&
    PATHS[key].some((path) => odd.some((field) => isWithin(field, path) || isWithin(path, field)));
  return isUnread ? null : JUDGES[key](call, asked);
}

/** The moment a call was made, in milliseconds. */
export function timeOf({ created }: Call): number {
  return floorOf(created);
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`);
}

/** Letters may be compared with or without their case, and signs with or without their variation: both is meant. */
function hasAny(wanted: Words, found: Words): boolean | null {
  const some = wordsOf(wanted);
  if (some.length === 0) return null;
  const there = wordsOf(found);
  if (there.some((word) => some.includes(word))) return true;
  const same = new Set(some.map(folded));
  return there.some((word) => same.has(folded(word)));
}

function wordsOf(words: Words): readonly string[] {
  if (words === null || words === undefined) return [];
  return typeof words === 'string' ? [words] : words;
}

function folded(word: string): string {
  return word.normalize('NFKC').replaceAll('\uFE0F', '').trim().toLowerCase();
}
