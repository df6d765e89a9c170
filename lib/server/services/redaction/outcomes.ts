import { type Identity, may } from '@/lib/auth/roles';
import type {
  OutcomeFieldsResponse,
  OutcomesResponse,
} from '@/lib/call/answers/outcomes-responses';
import type { GroupBy } from '@/lib/call/query/routes/costs-query';
import { CallscopeError } from '@/lib/server/errors';
import { groupMasks, mergedValues } from './extraction';
import { hideKey } from './hide-text';
import { maskId } from './known';
import { maskText } from './numbers/number-text';

/** How outcomes are shown to who may not see phone numbers. */
export function outcomeMasks(grouping: GroupBy): (answer: OutcomesResponse) => OutcomesResponse {
  const maskGroups = groupMasks(grouping);
  return (answer) =>
    maskGroups({
      ...answer,
      outcomes: answer.outcomes.map((each) => ({
        ...each,
        key: each.key === null ? null : maskText(each.key),
        label: maskText(each.label),
      })),
    });
}

/** Keys and values without their digits; `field` is the key that was asked about. */
export function maskOutcomeFields(
  answer: OutcomeFieldsResponse,
  field: string | undefined,
): OutcomeFieldsResponse {
  const useCase = <T extends { use_case: { id: string; name: string } }>(each: T): T => ({
    ...each,
    use_case: { id: maskId(each.use_case.id), name: maskText(each.use_case.name) },
  });
  const fields = answer.fields.map((each) => ({ ...useCase(each), key: hideKey(each.key) }));
  const detail = answer.detail?.map((each) => ({
    ...useCase(each),
    values: mergedValues(each.values, field ?? ''),
    models: each.models.map(maskedPart),
    languages: each.languages.map(maskedPart),
  }));
  return { ...answer, fields, detail: detail ?? null };
}

function maskedPart<T extends { key: string | null; label: string }>(part: T): T {
  return {
    ...part,
    key: part.key === null ? null : maskText(part.key),
    label: maskText(part.label),
  };
}

/**
 * What extracted numbers come to tells them where there are few: whoever may not see numbers is told none of it.
 * @throws {CallscopeError} `not_allowed`
 */
export function refuseFigures(who: Identity): void {
  if (may(who, 'phone_numbers')) return;
  throw new CallscopeError(
    'not_allowed',
    'Phone numbers are hidden for your role, and any extracted number can be one: what they come to is not told.',
  );
}
