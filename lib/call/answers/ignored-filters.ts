import type { HeldKey } from './upstream-check';

const NAMES: Record<HeldKey, string> = {
  type: 'type',
  statuses: 'status',
  tags: 'tags',
  models: 'model',
  ratings: 'rating',
  use_cases: 'use case',
  campaigns: 'campaign',
  from: 'start of the range',
  to: 'end of the range',
  search: 'search',
  transfer_contact_email: 'transfer e-mail',
  sort: 'order',
};

/** What HappyRobot does not do although it is asked: `HappyRobot ignores these filters: tags, order.` */
export function ignoredSentence(keys: readonly HeldKey[]): string {
  const names = keys.map((key) => NAMES[key]).join(', ');
  return keys.length === 1
    ? `HappyRobot ignores this filter: ${names}.`
    : `HappyRobot ignores these filters: ${names}.`;
}
