import { fromAbsolute } from '@internationalized/date';
import type { IndexMeta } from '@/lib/call/answers/index-responses';
import type { OutlookResponse } from '@/lib/call/answers/outlook-responses';
import type { OutlookQuery } from '@/lib/call/query/routes/outlook-query';
import { authorise } from '@/lib/server/auth/authorise';
import type { Principal } from '@/lib/server/auth/principal';
import type { IndexHandle } from '@/lib/server/index/index-handle';
import type { IndexStore } from '@/lib/server/index/store';
import { searchedIn } from '@/lib/server/services/calls/said';
import { refuseNumberQuestion } from '@/lib/server/services/redaction/numbers/number-questions';
import { monthOutlook } from './month';
import { todayOutlook } from './today';
import { dayInstants, firstDayOf, HISTORY_DAYS, monthToDate } from './told';

type Parts = {
  index: IndexHandle;
  /** How far and how new the index is. */
  meta: (store: IndexStore) => Promise<IndexMeta>;
  now: () => Date;
};

/** Where the current month is going, of the calls that match. Throws a {@link CallscopeError} when it may not tell. */
export type OutlookService = (
  query: OutlookQuery,
  principal: Principal,
) => Promise<OutlookResponse>;

export function createOutlook({ index, meta, now }: Parts): OutlookService {
  return async (query, { who, signal }) => {
    authorise(who, 'read');
    refuseNumberQuestion(who, query);
    const { timezone = 'UTC', ...conditions } = query;
    const instant = now();
    const at = instant.toISOString();
    const store = await index.store();
    const told = meta(store);
    const [facts, known, searched] = await Promise.all([
      store.outlook({ ...conditions, timezone, now: at, days: HISTORY_DAYS }, signal),
      told,
      searchedIn(query, store, told),
    ]);
    const { complete } = known.coverage;
    const firstDay = firstDayOf(facts.oldest, timezone);
    const { hour } = fromAbsolute(instant.getTime(), timezone);
    return {
      month: monthToDate(facts.today, at, timezone),
      known_from: facts.oldest,
      ...monthOutlook(facts, {
        firstDay,
        complete,
        instants: (day) => dayInstants(day, facts.today, at, timezone),
      }),
      today: todayOutlook(facts, { firstDay, hour, complete }),
      meta: { ...known, ...searched },
    };
  };
}
