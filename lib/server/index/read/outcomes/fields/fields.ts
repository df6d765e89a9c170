import { fallsOf, WEEKS_BEFORE } from '@/lib/call/outcomes/falls';
import { lastWeeks, type Week } from '@/lib/call/outcomes/last-weeks';
import { isExtractedKey } from '@/lib/call/query/extracted';
import { withDistinctLabels } from '@/lib/call/values/distinct-labels';
import { NO_VALUE } from '@/lib/call/values/terms';
import type { Reader } from '@/lib/server/index/engine/driver';
import { raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import type { Declared } from '@/lib/server/index/extraction/declared';
import type { QuarterSpan } from '@/lib/server/index/read/clocks';
import { codesOf } from '@/lib/server/index/read/codes';
import { conditionsOf } from '@/lib/server/index/read/conditions';
import { namesOf } from '@/lib/server/index/read/costs/names';
import { grouped } from '@/lib/server/index/read/outcomes/grouped';
import type {
  IndexQuery,
  OutcomeFieldsAnswer,
  OutcomeFieldsQuestion,
} from '@/lib/server/index/store';
import { type Filled, readCallsBy, readFilledBy } from './field-counts';
import { readFieldDetail } from './field-detail';

const MOST_FIELDS = 500;

type Field = OutcomeFieldsAnswer['fields'][number];
type Key = { useCase: number; key: string };

/** How often each key is filled in each use case, and which are filled less often than before. */
export async function readOutcomeFields(
  reader: Reader,
  { now, field, ...query }: OutcomeFieldsQuestion,
  span: QuarterSpan,
  declared: Declared,
): Promise<OutcomeFieldsAnswer> {
  // A week that is not over yet is no full one, however far the range goes.
  const until = Math.min(Date.parse(now), query.to === undefined ? Infinity : Date.parse(query.to));
  const weeks = lastWeeks(until, query.timezone, WEEKS_BEFORE + 1);
  const within = async (asked: IndexQuery) => {
    // Nothing is found out of nobody: how many were reached is another matter.
    if (asked.has_outcome === false) return raw('false');
    const reached = { ...asked, has_outcome: true };
    const matching = conditionsOf(reached, span, await codesOf(reader, reached)).except();
    // Of a call whose document was not looked into yet it is not known what was found out.
    return sql`${matching} AND extracted IS NOT NULL`;
  };
  const [inRange, inWeeks] = await Promise.all([
    within(query),
    within({ ...query, ...endsOf(weeks) }),
  ]);
  const week = weekOf(weeks);
  const [calls, filled, callsByWeek, filledByWeek, detail] = await Promise.all([
    readCallsBy(reader, inRange, raw('0')),
    readFilledBy(reader, inRange, raw('0')),
    readCallsBy(reader, inWeeks, week),
    readFilledBy(reader, inWeeks, week),
    field === undefined ? null : readFieldDetail(reader, field, inRange),
  ]);
  const callsIn = new Map(calls.map((row) => [row.use_case, row.calls]));
  const callsInWeek = new Map(callsByWeek.map((row) => [`${row.use_case} ${row.part}`, row.calls]));
  const inKey = grouped(filled, nameOf);
  const inKeyByWeek = grouped(filledByWeek, nameOf);
  const known = new Map([...filled, ...filledByWeek].map((row) => [nameOf(row), keyIn(row)]));
  for (const key of declaredKeys(declared, callsIn, (each) => known.has(named(each))))
    known.set(named(key), key);
  const useCases = await useCasesOf(reader, [...known.values()]);
  const fields = [...known].map(([name, { useCase, key }]): Omit<Field, 'fall'> => {
    const rows = inKey.get(name) ?? [];
    const byWeek = inKeyByWeek.get(name) ?? [];
    return {
      use_case: useCases.get(useCase) ?? NO_USE_CASE,
      key,
      calls: callsIn.get(useCase) ?? 0,
      filled: sumOf(rows.map((row) => row.filled)),
      required: declared.get(useCase)?.get(key)?.required ?? null,
      types: typesOf(rows),
      weeks: weeks.map((_, at) => ({
        calls: callsInWeek.get(`${useCase} ${at}`) ?? 0,
        filled: sumOf(byWeek.filter(({ part }) => part === at).map((row) => row.filled)),
      })),
    };
  });
  const falls = fallsOf(fields.map((each) => each.weeks));
  const told = fields
    .map((each, at): Field => ({ ...each, fall: falls[at] ?? null }))
    .sort(inOrder);
  return {
    fields: told.slice(0, MOST_FIELDS),
    more: Math.max(0, told.length - MOST_FIELDS),
    weeks: weeks.map((each) => endsOf([each])),
    detail,
    range: { from: query.from ?? null, to: query.to ?? null },
  };
}

const NO_USE_CASE: Field['use_case'] = { id: NO_VALUE, name: NO_VALUE };

/** What use cases are called, each otherwise. */
async function useCasesOf(reader: Reader, keys: readonly Key[]) {
  const codes = [...new Set(keys.map(({ useCase }) => useCase))];
  const names = await namesOf(reader, 'use_case', codes);
  const named = [...names].map(([code, { value, label }]) => ({
    code,
    value,
    label: label ?? value,
  }));
  return new Map(
    withDistinctLabels(named).map(({ code, value, label }) => [code, { id: value, name: label }]),
  );
}

/** What fell is first, the surest before the others; then the largest use cases and what is filled most. */
function inOrder(a: Field, b: Field): number {
  return (
    (a.fall?.p ?? 1) - (b.fall?.p ?? 1) ||
    b.calls - a.calls ||
    (a.use_case.id < b.use_case.id ? -1 : a.use_case.id > b.use_case.id ? 1 : 0) ||
    b.filled - a.filled ||
    (a.key < b.key ? -1 : 1)
  );
}

/**
 * Keys that use cases ask for; those that nobody answered are told, too. Each in one of its spellings: that of a name or
 * of a path, whichever is filled.
 */
function declaredKeys(
  declared: Declared,
  callsIn: ReadonlyMap<number, number>,
  isFilled: (key: Key) => boolean,
): Key[] {
  return [...declared]
    .filter(([useCase]) => callsIn.has(useCase))
    .flatMap(([useCase, keys]) =>
      [...grouped(keys, ([, of]) => of).values()].flatMap((spellings) => {
        const spelled = spellings
          .filter(([key]) => isExtractedKey(key))
          .map(([key]) => ({ useCase, key }));
        return spelled.findLast(isFilled) ?? spelled[0] ?? [];
      }),
    );
}

function nameOf(row: Filled): string {
  return named(keyIn(row));
}

function keyIn({ use_case, key }: Filled): Key {
  return { useCase: use_case, key };
}

function named({ useCase, key }: Key): string {
  return `${useCase} ${key}`;
}

function typesOf(rows: readonly Filled[]): Field['types'] {
  return [...grouped(rows, ({ type }) => type)]
    .map(([type, of]) => ({ type, count: sumOf(of.map(({ count }) => count)) }))
    .sort((a, b) => b.count - a.count);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

function endsOf(weeks: readonly Week[]): { from: string; to: string } {
  const iso = (instant: number) => new Date(instant).toISOString();
  return { from: iso(weeks[0]?.from ?? 0), to: iso((weeks.at(-1)?.to ?? 1) - 1) };
}

/** The place of the week that a call is in; it is in one of them. */
function weekOf(weeks: readonly Week[]): Sql {
  const cases = weeks.map(({ to }, at) => `WHEN created < ${to} THEN ${at}`);
  return sql`CASE ${raw(cases.join(' '))} ELSE ${raw(String(weeks.length))} END`;
}
