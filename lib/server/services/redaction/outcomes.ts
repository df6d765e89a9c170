import type {
  OutcomesResponse,
  OutcomeValuesResponse,
  ValueFigures,
} from '@/lib/call/answers/outcomes-responses';
import { CallscopeError } from '@/lib/server/errors';
import { maskGroups } from './answers';
import { maskText } from './numbers/number-text';

/** The answers about outcomes and extracted values for who may not see phone numbers. */

export function maskOutcomes(answer: OutcomesResponse): OutcomesResponse {
  const outcomes = answer.outcomes.map((each) => ({
    ...each,
    key: each.key === null ? null : maskText(each.key),
    label: maskText(each.label),
  }));
  return maskGroups({ ...answer, outcomes });
}

/**
 * Figures of numbers as long as phone numbers could tell one: they are refused.
 * @throws {CallscopeError} `not_allowed`
 */
export function maskOutcomeValues(answer: OutcomeValuesResponse): OutcomeValuesResponse {
  refuseLong(answer.totals);
  if (answer.previous) refuseLong(answer.previous);
  return maskGroups(answer);
}

function refuseLong({ min, max }: Pick<ValueFigures, 'min' | 'max'>): void {
  if (isLong(min) || isLong(max)) throw longNumbers();
}

/** The fewest digits of a phone number. */
const SHORTEST_LONG = 1_000_000;

function isLong(value: number | null): boolean {
  return value !== null && Math.abs(value) >= SHORTEST_LONG;
}

function longNumbers(): CallscopeError {
  return new CallscopeError(
    'not_allowed',
    'Some of these values are as long as phone numbers, which are hidden for your role.',
  );
}
