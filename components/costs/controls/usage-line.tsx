'use client';

import { useQuery } from '@tanstack/react-query';
import { usageQueryOptions } from '@/lib/api/upstream';
import { formatCount } from '@/lib/format/number';
import { usageWords } from './usage-words';

/** What all figures rest on: HappyRobot's own count beside that of the index. Nothing where it has none. */
export function UsageLine() {
  const { data } = useQuery(usageQueryOptions);
  const month = data?.month;
  if (!month) return null;
  return (
    <p className="px-4 pt-3 text-xs text-muted">
      HappyRobot counts {formatCount(month.happyrobot)} calls this month, the index has{' '}
      {formatCount(month.index)}.{usageWords(month)}
    </p>
  );
}
