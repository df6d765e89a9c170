import type { Call } from '@/lib/call/call';
import { costBreakdown } from '@/lib/call/costs/costs';
import { excludeKey, LIST_FILTER_KEYS, type ListFilterKey } from '@/lib/call/query/filters';
import { hasTerm, searchableText, searchTerms } from '@/lib/call/query/search';
import { NO_VALUE, termOf } from '@/lib/call/values/terms';
import type { IndexQuery } from './store';

/** What the index should say, worked out call by call: slow, plain, and without any SQL. */

type Key = ListFilterKey | 'type';

const VALUES: Record<Key, (call: Call) => (string | null | undefined)[]> = {
  type: ({ type }) => [type],
  statuses: ({ status }) => [status],
  tags: ({ metadata }) => metadata?.tags ?? [],
  models: ({ use_case }) => [use_case?.model],
  ratings: ({ ratings }) => (ratings ?? []).map(({ emoji }) => emoji),
  use_cases: ({ use_case }) => [use_case?.id],
  campaigns: ({ campaign_id }) => [campaign_id],
  agents: ({ agent }) => [agent?.id ?? agent?.name],
  languages: ({ language }) => [language],
  providers: ({ provider }) => [provider],
  classifications: ({ classification }) => [classification?.tag],
};

/** What is worked out of a call again for each question, once: its calls do not change. */
function once<K, T>(work: (call: Call, key: K) => T): (call: Call, key: K) => T {
  const known = new WeakMap<Call, Map<K, { made: T }>>();
  return (call, key) => {
    const ofCall = known.get(call) ?? new Map<K, { made: T }>();
    known.set(call, ofCall);
    const { made } = ofCall.get(key) ?? { made: work(call, key) };
    ofCall.set(key, { made });
    return made;
  };
}

export const valuesOf = once(workOutValues);

function workOutValues(call: Call, key: Key): readonly string[] {
  const given = VALUES[key](call).filter((value) => key === 'tags' || Boolean(value));
  return [...new Set(given.flatMap((value) => (isNone(value) ? [] : termOf(value))))];
}

function isNone(value: string | null | undefined): value is null | undefined {
  return value === null || value === undefined;
}

const FRUITLESS = ['No answer', 'Busy', 'Failed', 'Canceled', 'AMD Terminated'];

export function matches(call: Call, query: IndexQuery): boolean {
  const { type, from, to, search, min_duration, max_duration, min_cost, max_cost } = query;
  const created = Date.parse(call.created);
  const total = totalOf(call);
  const seconds = call.duration;
  const flags: [wanted: boolean | undefined, is: () => boolean][] = [
    [query.has_notes, () => (call.notes ?? []).length > 0],
    [query.flagged, () => (call.notes ?? []).some(({ flagged }) => flagged === true)],
    [query.rated, () => valuesOf(call, 'ratings').length > 0],
    [query.contested, () => contested(call)],
    [query.has_cost, () => total !== null],
    [query.has_outcome, () => hasOutcome(call)],
  ];
  return (
    (type === undefined || call.type === type) &&
    LIST_FILTER_KEYS.every((key) => fits(call, key, query)) &&
    (from === undefined || created >= Date.parse(from)) &&
    (to === undefined || created <= Date.parse(to)) &&
    (search === undefined || searched(call, search)) &&
    (min_duration === undefined || (isNumber(seconds) && seconds >= min_duration)) &&
    (max_duration === undefined || (isNumber(seconds) && seconds <= max_duration)) &&
    (min_cost === undefined || (total !== null && total >= Math.round(min_cost * 1e6))) &&
    (max_cost === undefined || (total !== null && total <= Math.round(max_cost * 1e6))) &&
    flags.every(([wanted, is]) => wanted === undefined || wanted === is()) &&
    viewed(call, query.viewed_by) !== false &&
    viewed(call, query.not_viewed_by) !== true &&
    rated(call, query.rated_by) !== false &&
    rated(call, query.not_rated_by) !== true &&
    clocks(created, query)
  );
}

function fits(call: Call, key: ListFilterKey, query: IndexQuery): boolean {
  const wanted = query[key];
  const unwanted = query[excludeKey(key)];
  if (wanted === undefined && unwanted === undefined) return true;
  const values = valuesOf(call, key);
  const has = (wanted: readonly string[]) =>
    wanted.some(
      (each) => (each === NO_VALUE ? values.length === 0 : false) || values.includes(each),
    );
  return (wanted === undefined || has(wanted)) && (unwanted === undefined || !has(unwanted));
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function hasOutcome({ status, duration }: Call): boolean {
  return !FRUITLESS.includes(status) && !(isNumber(duration) && duration < 10);
}

function viewed({ viewed_by }: Call, who: string | undefined): boolean | undefined {
  if (who === undefined) return undefined;
  const viewers = (viewed_by ?? []).map((email) => email.toLowerCase());
  return who === 'anyone' ? viewers.length > 0 : viewers.includes(who.toLowerCase());
}

/** Whether somebody has rated the call; undefined when nobody is asked about. */
export function rated({ ratings }: Call, who: string | undefined): boolean | undefined {
  if (who === undefined) return undefined;
  const given = (ratings ?? []).filter(({ emoji }) => Boolean(emoji));
  const asked = who.trim().toLowerCase();
  if (who === 'anyone') return given.length > 0;
  return given.some(({ email }) => asked !== '' && email?.trim().toLowerCase() === asked);
}

function contested({ ratings }: Call): boolean {
  const emojisOf = new Map<string, Set<string>>();
  for (const { email, emoji } of ratings ?? []) {
    if (!emoji) continue;
    const who = (email ?? '').trim().toLowerCase();
    emojisOf.set(who, (emojisOf.get(who) ?? new Set()).add(emoji));
  }
  const people = [...emojisOf.values()];
  // Two people agree only where both have given one and the same.
  return people.some((mine, at) =>
    people
      .slice(at + 1)
      .some((theirs) => mine.size > 1 || theirs.size > 1 || [...mine][0] !== [...theirs][0]),
  );
}

function clocks(created: number, { weekdays, hours, timezone }: IndexQuery): boolean {
  if (weekdays === undefined && hours === undefined) return true;
  const [weekday, hour] = clockOf(created, timezone);
  return (
    (weekdays === undefined || weekdays.includes(weekday)) &&
    (hours === undefined || hours.includes(hour))
  );
}

const formats = new Map<string, Intl.DateTimeFormat>();
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Weekday (1 is Monday) and hour that the clocks of a zone show. */
export function clockOf(instant: number, timeZone: string): [weekday: number, hour: number] {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(timeZone, format);
  const [weekday = '', hour] = format.format(instant).split(', ');
  return [DAYS.indexOf(weekday) + 1, Number(hour)];
}

/** Value by value, where the index looks into all of them at once. */
function searched({ metadata, extraction }: Call, search: string): boolean {
  const leaves = (value: unknown): string[] => {
    if (value === null || value === undefined) return [];
    return typeof value === 'object' ? Object.values(value).flatMap(leaves) : [String(value)];
  };
  const terms = searchTerms(search);
  const values = [metadata?.from ?? '', metadata?.to ?? '', ...leaves(extraction)];
  return values.some((value) => hasTerm(searchableText([value]), terms));
}

/** Millionths; null where no total was given. */
export function totalOf(call: Call): number | null {
  return costsOf(call, 'costs')?.total ?? null;
}

const costsOf = once(({ costs }: Call, _key: 'costs') => costBreakdown(costs));

/** The sums of calls in whole millionths and milliseconds, worked out one by one. */
export function sumsOf(calls: readonly Call[]) {
  const priced = calls.filter((call) => totalOf(call) !== null);
  const component = (name: string) =>
    priced.reduce((sum, call) => {
      const line = costsOf(call, 'costs')?.lines.find((each) => each.component === name);
      return sum + (line?.micros ?? 0);
    }, 0);
  const minutes = (some: readonly Call[]) =>
    some.reduce((sum, { duration }) => sum + Math.round((duration ?? 0) * 1000), 0) / 60_000;
  const total = priced.reduce((sum, call) => sum + (totalOf(call) ?? 0), 0);
  const [voip, transcriber, llm, tts] = ['voip', 'transcriber', 'llm', 'tts'].map(component);
  return {
    calls: calls.length,
    calls_without_cost: calls.length - priced.length,
    minutes: minutes(calls),
    total: total / 1e6,
    voip: (voip ?? 0) / 1e6,
    transcriber: (transcriber ?? 0) / 1e6,
    llm: (llm ?? 0) / 1e6,
    tts: (tts ?? 0) / 1e6,
    other: (total - (voip ?? 0) - (transcriber ?? 0) - (llm ?? 0) - (tts ?? 0)) / 1e6,
    per_call: priced.length === 0 ? null : total / priced.length / 1e6,
    per_minute: minutes(priced) === 0 ? null : total / minutes(priced) / 1e6,
  };
}

/** The cost that so large a part of the calls does not exceed. */
export function percentile(calls: readonly Call[], part: number): number | null {
  const totals = calls.flatMap((call) => totalOf(call) ?? []).sort((a, b) => a - b);
  const at = Math.max(0, Math.ceil(part * totals.length) - 1);
  const found = totals[at];
  return found === undefined ? null : found / 1e6;
}

/** The order of lists. */
export function inOrder(calls: readonly Call[], { sort = 'desc', sort_by }: IndexQuery): Call[] {
  const direction = sort === 'asc' ? 1 : -1;
  const value = (call: Call) => (sort_by === 'duration' ? (call.duration ?? null) : totalOf(call));
  return [...calls].sort((a, b) => {
    if (sort_by === 'duration' || sort_by === 'total_cost') {
      const [x, y] = [value(a), value(b)];
      if (x === null || y === null) {
        if (x !== y) return x === null ? 1 : -1;
      } else if (x !== y) return (x - y) * direction;
    }
    const byTime = Date.parse(a.created) - Date.parse(b.created);
    return (byTime || (a.id < b.id ? -1 : 1)) * direction;
  });
}
