import type {
  OutcomeFieldsResponse,
  OutcomePairsResponse,
  OutcomesResponse,
  OutcomeValuesResponse,
} from '@/lib/call/answers/outcomes-responses';
import type { GroupBy } from '@/lib/call/query/routes/costs-query';
import type {
  OutcomeFieldsQuery,
  OutcomePairsQuery,
  OutcomesQuery,
  OutcomeValuesQuery,
} from '@/lib/call/query/routes/outcomes-query';
import type { Principal } from '@/lib/server/auth/principal';
import {
  type AskingParts,
  createAsking,
  indexQueryOf,
  untilNow,
} from '@/lib/server/services/calls/asking';
import { type CampaignLabels, labelledGroups } from '@/lib/server/services/campaigns/labels';
import {
  refuseKeys,
  refuseNumberQuestion,
} from '@/lib/server/services/redaction/numbers/number-questions';
import {
  maskOutcomeFields,
  outcomeMasks,
  refuseFigures,
} from '@/lib/server/services/redaction/outcomes';
import { shownTo } from '@/lib/server/services/redaction/shown';

/** What calls came to and what was found out on them, as the one who asks may see it. */
export type Outcomes = {
  outcomes(query: OutcomesQuery, principal: Principal): Promise<OutcomesResponse>;
  fields(query: OutcomeFieldsQuery, principal: Principal): Promise<OutcomeFieldsResponse>;
  pairs(query: OutcomePairsQuery, principal: Principal): Promise<OutcomePairsResponse>;
  values(query: OutcomeValuesQuery, principal: Principal): Promise<OutcomeValuesResponse>;
};

type Parts = AskingParts & { campaignLabels: () => Promise<CampaignLabels> };

/** Every method throws a `CallscopeError` when the index cannot tell or may not. */
export function createOutcomes({ campaignLabels, ...parts }: Parts): Outcomes {
  const { answered, compared } = createAsking(parts);

  async function named<T extends { groups: { key: string | null; label: string }[] }>(
    answer: T,
    grouping: GroupBy,
  ): Promise<T> {
    return grouping === 'campaign' ? labelledGroups(answer, await campaignLabels()) : answer;
  }

  return {
    outcomes: async (
      { interval = 'day', group_by = 'none', compare = 'none', successes = [], ...query },
      principal,
    ) => {
      const outcomes = successes.map((definition) => definition.outcomes);
      refuseNumberQuestion(principal.who, { classifications: outcomes.flat() });
      const about = { compare, query: { ...query, group_by }, principal };
      const answer = await compared(about, (store, question, signal) =>
        store.outcomes({ ...question, interval, group_by, successes: outcomes }, signal),
      );
      return shownTo(principal.who, await named(answer, group_by), outcomeMasks(group_by));
    },
    fields: async ({ field, ...query }, principal) => {
      if (field !== undefined) refuseKeys(principal.who, [field]);
      const asked = parts.now();
      const question = untilNow(indexQueryOf(query, asked), asked);
      const about = { ...query, extracted: true };
      const answer = await answered(principal, about, (store, signal) =>
        store.outcomeFields({ ...question, field, now: asked.toISOString() }, signal),
      );
      return shownTo(principal.who, answer, (told) => maskOutcomeFields(told, field));
    },
    pairs: async ({ field, against, ...query }, principal) => {
      refuseFigures(principal.who);
      const asked = parts.now();
      const question = untilNow(indexQueryOf(query, asked), asked);
      return answered(principal, { ...query, extracted: true }, (store, signal) =>
        store.outcomePairs({ ...question, field, against }, signal),
      );
    },
    values: async (
      { field, interval, group_by = 'none', compare = 'none', ...query },
      principal,
    ) => {
      refuseFigures(principal.who);
      const about = { compare, query: { ...query, group_by, extracted: true }, principal };
      const answer = await compared(about, (store, question, signal) =>
        store.outcomeValues({ ...question, field, interval, group_by }, signal),
      );
      return named(answer, group_by);
    },
  };
}
