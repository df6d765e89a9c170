import type { Call } from '@/lib/call/call';
import { costBreakdown, type Micros } from '@/lib/call/costs/costs';
import { oddKindsOf } from '@/lib/call/odd/odd';
import { NOBODY_REACHED_SECONDS, NOBODY_REACHED_STATUSES } from '@/lib/call/query/filters';
import { searchableText } from '@/lib/call/query/search';
import { addressOf, isContested } from '@/lib/call/review/review';
import { termOf } from '@/lib/call/values/terms';

/** A word of a dimension: what filters name it by, and what a person reads where that is something else. */
export type Word = { value: string; label: string | null };

/** What the index asks about a call, before words have become codes. */
export type Facts = {
  words: {
    type: Word;
    status: Word;
    provider: Word | null;
    language: Word | null;
    use_case: Word | null;
    model: Word | null;
    agent: Word | null;
    campaign: Word | null;
    classification: Word | null;
  };
  lists: {
    tag: string[];
    rating: string[];
    viewer: string[];
    rater: string[];
    /** Paths of fields that were set aside, without the places in lists. */
    odd: string[];
  };
  /** Milliseconds. */
  duration: number | null;
  amounts: Record<'total' | 'voip' | 'transcriber' | 'llm' | 'tts', Micros | null>;
  has_notes: boolean;
  flagged: boolean;
  fruitless: boolean;
  contested: boolean;
  /** When the newest rating was given, in milliseconds since 1970. */
  rated_at: number | null;
  transfer_email: string | null;
  parent: string | null;
  search: string;
};

/** Reads out of a call what the index asks about it. */
export function factsOf(call: Call): Facts {
  const seconds = call.duration ?? null;
  return {
    words: wordsOf(call),
    lists: {
      // An empty tag is one, as it has a name that it can be asked for by.
      tag: distinct((call.metadata?.tags ?? []).map(termOf)),
      rating: distinct((call.ratings ?? []).map(({ emoji }) => (emoji ? termOf(emoji) : ''))),
      viewer: distinct((call.viewed_by ?? []).map((email) => email.toLowerCase())),
      rater: distinct(
        (call.ratings ?? []).map(({ emoji, email }) => (emoji ? addressOf(email) : '')),
      ),
      odd: oddKindsOf(call),
    },
    duration: seconds === null ? null : countable(Math.round(seconds * 1000)),
    amounts: amountsOf(call),
    has_notes: (call.notes ?? []).length > 0,
    flagged: (call.notes ?? []).some(({ flagged }) => flagged === true),
    fruitless: isFruitless(call.status, seconds),
    contested: isContested(call.ratings),
    rated_at: ratedAt(call),
    transfer_email: call.transfer_contact_email?.toLowerCase() ?? null,
    parent: call.parent_call_id ?? null,
    search: searchText(call),
  };
}

/** A rating without a time was given at some time, but at none that could be asked for. */
function ratedAt({ ratings }: Call): number | null {
  const times = (ratings ?? []).flatMap(({ created }) => Date.parse(created ?? '') || []);
  return times.length === 0 ? null : Math.max(...times);
}

function wordsOf(call: Call): Facts['words'] {
  const { use_case, agent } = call;
  return {
    type: word(call.type) ?? { value: '', label: null },
    status: word(call.status) ?? { value: '', label: null },
    provider: word(call.provider),
    language: word(call.language),
    use_case: word(use_case?.id, use_case?.name),
    model: word(use_case?.model),
    agent: word(agent?.id ?? agent?.name, agent?.name),
    campaign: word(call.campaign_id),
    classification: word(call.classification?.tag),
  };
}

function word(value: string | null | undefined, label?: string | null): Word | null {
  return value ? { value: termOf(value), label: label || null } : null;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values.filter((value) => value !== ''))].sort();
}

/** Whether nobody was reached: by status, or because the call was over at once. A running call is not. */
function isFruitless(status: string, seconds: number | null): boolean {
  const byStatus = NOBODY_REACHED_STATUSES.some((each) => each === status);
  return byStatus || (seconds !== null && seconds < NOBODY_REACHED_SECONDS);
}

const NO_AMOUNTS = { total: null, voip: null, transcriber: null, llm: null, tts: null } as const;

/** Components without a total would make sums that do not add up: such a call counts as one without a cost. */
function amountsOf({ costs }: Call): Facts['amounts'] {
  const breakdown = costBreakdown(costs);
  if (!breakdown) return NO_AMOUNTS;
  const amount = (name: string) =>
    countable(breakdown.lines.find(({ component }) => component === name)?.micros ?? null);
  const total = countable(breakdown.total);
  if (total === null) return NO_AMOUNTS;
  return {
    total,
    voip: amount('voip'),
    transcriber: amount('transcriber'),
    llm: amount('llm'),
    tts: amount('tts'),
  };
}

/** A number that no column can hold would keep its whole page out of the index: it counts as not known. */
function countable(value: number | null): number | null {
  return Number.isSafeInteger(value) ? value : null;
}

/**
 * Both numbers and every value of the extraction, nested ones too. Assumed: this is what HappyRobot's own search looks
 * at; its page says "by extraction or phone number".
 */
function searchText({ metadata, extraction }: Call): string {
  return searchableText([metadata?.from ?? '', metadata?.to ?? '', ...leavesOf(extraction)]);
}

function leavesOf(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [String(value)];
  return Object.values(value).flatMap(leavesOf);
}
