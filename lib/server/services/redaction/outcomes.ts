import { type Identity, may } from '@/lib/auth/roles';
import type { OutcomesResponse } from '@/lib/call/answers/outcomes-responses';
import type { GroupBy } from '@/lib/call/query/costs-query';
import { CallscopeError } from '@/lib/server/errors';
import { groupMasks } from './extraction';
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
