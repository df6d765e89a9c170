import type { HeldKey } from '@/lib/call/answers/upstream-check';
import { cameOf } from '@/lib/server/services/connection/doctor/came';
import { at, listAt, type Row, textAt } from '@/lib/server/services/connection/doctor/json';
import { listingOf } from '@/lib/server/services/connection/doctor/listing';
import {
  type Account,
  found,
  type Looked,
  type Step,
  type Tools,
} from '@/lib/server/services/connection/doctor/step';
import { isLetThrough } from '@/lib/server/services/verified-lists/row';

type Kept = Exclude<HeldKey, 'sort' | 'from' | 'to' | 'search'>;

/** What a filter compares: the values of a call, undefined where they cannot be read. */
const VALUES: Record<Kept, (row: Row) => readonly string[] | undefined> = {
  type: (row) => one(row, 'type'),
  statuses: (row) => one(row, 'status'),
  tags: (row) => many(row, ['metadata', 'tags']),
  models: (row) => one(row, 'use_case', 'model'),
  ratings: (row) => many(row, ['ratings'], 'emoji'),
  use_cases: (row) => one(row, 'use_case', 'id'),
  campaigns: (row) => one(row, 'campaign_id'),
  transfer_contact_email: (row) => one(row, 'transfer_contact_email'),
};

/** How a person would say which calls were asked for. */
const NAMES: Record<Kept, string> = {
  type: 'a type',
  statuses: 'a status',
  tags: 'a tag',
  models: 'a model',
  ratings: 'a rating',
  use_cases: 'a use case',
  campaigns: 'a campaign',
  transfer_contact_email: 'a transfer contact',
};

/** Each filter is asked with a value that some of the calls have and others have not, and the answer looked through. */
export const filters: readonly Step[] = keys(VALUES).map((key) => ({
  subject: `Filter ${key}`,
  async look(account, tools) {
    const subject = `Filter ${key}`;
    const choice = choose(account.sample, VALUES[key]);
    if ('none' in choice) return found(subject, 'unknown', reason(choice.none, NAMES[key]));
    return asked(key, choice, account, tools);
  },
}));

/** Guarantee: the object has exactly its declared keys. */
function keys(values: typeof VALUES): Kept[] {
  return Object.keys(values) as Kept[];
}

/** So many calls are asked for. */
const LIMIT = 100;

type Choice = { value: string; seen: number };

/**
 * A value whose presence tells: the most frequent of those that at most half of the calls have, else the rarest. One that
 * each of the newest calls has tells least: they come also when the filter is ignored.
 */
function choose(
  rows: readonly Row[],
  valuesOf: (row: Row) => readonly string[] | undefined,
): Choice | { none: 'absent' | 'everywhere' } {
  // What cannot be asked for is no choice: a comma separates, and an address has its limits.
  const choices = [...countsOf(rows, valuesOf)]
    .map(([value, seen]) => ({ value, seen }))
    .filter(({ value }) => value.length <= 200 && !value.includes(','))
    .sort((a, b) => b.seen - a.seen);
  if (choices.length === 0) return { none: 'absent' };
  const newest = rows.slice(0, LIMIT);
  const seenInNewest = countsOf(newest, valuesOf);
  const some = choices.filter(({ seen }) => seen < rows.length);
  const best = some.filter(({ value }) => seenInNewest.get(value) !== newest.length);
  const telling = best.length > 0 ? best : some;
  return (
    telling.find(({ seen }) => seen <= rows.length / 2) ?? telling.at(-1) ?? { none: 'everywhere' }
  );
}

/** In how many of the calls each value is. */
function countsOf(
  rows: readonly Row[],
  valuesOf: (row: Row) => readonly string[] | undefined,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const value of new Set(valuesOf(row))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function reason(none: 'absent' | 'everywhere', name: string): string {
  return none === 'absent'
    ? `None of the calls read has ${name} to ask for.`
    : 'All of the calls read have the same, so that nothing can be told.';
}

async function asked(
  key: Kept,
  { value, seen }: Choice,
  account: Account,
  { ask, read }: Tools,
): Promise<Looked> {
  const subject = `Filter ${key}`;
  const answer = await ask('/calls', { [key]: value, sort: 'desc', limit: String(LIMIT) });
  const page = listingOf(answer);
  const amiss = (detail: string) =>
    found(subject, 'differs', `${detail} Such lists come from the index.`, {
      honoured: { [key]: false },
    });
  if (answer.status === 400 || answer.status === 422)
    return amiss(`HappyRobot refuses it (status ${answer.status}).`);
  if (!page) return found(subject, 'unknown', 'Asking with it brought no list.');
  const matches = (row: Row) => {
    const call = read(row);
    return call === undefined ? null : isLetThrough(key, call, { [key]: value });
  };
  switch (cameOf(page, account, { limit: LIMIT, seen, matches })) {
    case 'others':
      return amiss('Ignored: calls that do not match came too.');
    case 'none':
      return amiss(`It finds no call, although ${seen} of those read match.`);
    case 'few':
      return amiss(`It finds ${page.count} calls, although ${seen} of those read match.`);
    case 'miscounted':
      return found(
        subject,
        'differs',
        'Only calls that match came, but the count does not follow the filter.',
      );
    case 'undecided':
      return found(subject, 'unknown', 'The newest calls all match, so that nothing can be told.');
    case 'matching':
      return found(subject, 'ok', 'Only calls that match came.', { honoured: { [key]: true } });
  }
}

function one(row: Row, ...path: string[]): readonly string[] | undefined {
  const value = at(row, ...path);
  if (value === undefined || value === null) return [];
  const text = textAt(row, ...path);
  return typeof value === 'object' || text === undefined ? undefined : [text];
}

/** Of a list, or of one field of each of its elements; undefined where something in it cannot be read. */
function many(row: Row, path: string[], field?: string): readonly string[] | undefined {
  const value = at(row, ...path);
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return undefined;
  const texts = listAt(row, ...path).map((each) =>
    field === undefined ? textAt({ each }, 'each') : textAt(each, field),
  );
  const whole = texts.filter((text) => text !== undefined);
  return whole.length === texts.length ? whole : undefined;
}
