import type { Reader } from '@/lib/server/index/engine/driver';
import type { Sql } from '@/lib/server/index/engine/sql';
import type { QuarterSpan } from '@/lib/server/index/read/clocks';
import { codesOf } from '@/lib/server/index/read/codes';
import { type Conditions, conditionsOf } from '@/lib/server/index/read/conditions';
import type { IndexQuery, PeriodsQuestion } from '@/lib/server/index/store';

type Asked = {
  query: IndexQuery;
  conditions: Conditions;
  /** Which calls are in the period that is asked about, and in the one before; null: none is. */
  current: Sql;
  past: Sql | null;
};

/** The two periods of a question, as conditions on calls. */
export async function periodsOf(
  reader: Reader,
  { previous, now: _, ...query }: PeriodsQuestion,
  span: QuarterSpan,
): Promise<Asked> {
  const within = async (asked: IndexQuery) =>
    conditionsOf(asked, span, await codesOf(reader, asked));
  const [conditions, past] = await Promise.all([
    within(query),
    previous && within({ ...query, from: previous.from, to: previous.to }),
  ]);
  return { query, conditions, current: conditions.except(), past: past?.except() ?? null };
}
