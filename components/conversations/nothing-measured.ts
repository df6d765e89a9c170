import type { ConversationsResponse } from '@/lib/call/answers/conversations-responses';
import type { AskedMeasure } from '@/lib/call/conversation/keys';

/** Why there is nothing to draw; null where there is. */
export function nothingMeasured(
  { totals }: Pick<ConversationsResponse, 'totals'>,
  measure: AskedMeasure,
): string | null {
  if (totals.calls === 0) return 'No call matches these filters.';
  if (totals.measured === 0)
    return 'Of no call that matches is it known how the conversation went: nobody spoke, or the transcripts were not read yet.';
  return totals.measures[measure].calls === 0
    ? 'The transcripts of these calls do not tell: their times are missing or cannot be true.'
    : null;
}
