import type { Statistic } from '@/lib/call/query/routes/field-query';
import type { Address } from '@/lib/url/address';

export type OutcomesView = {
  /** The key whose numbers are added up; null: the first that has any. */
  field: string | null;
  statistic: Statistic;
  /** The key that its numbers are drawn against; null: the first other one that has any. */
  against: string | null;
};

/** What is shown of extracted numbers: the address, with what it leaves open filled in. */
export function outcomesView({
  field,
  statistic,
  against,
}: Pick<Address, 'field' | 'statistic' | 'against'>): OutcomesView {
  return { field, statistic: statistic ?? 'median', against };
}
