import type { CsvCell } from '@/lib/format/csv';
import type { Ends } from '@/lib/format/range';

/** What each row of a file says beside its numbers, so that rows of several files can stand below each other. */
export type RowFact = { name: string; value: CsvCell };

/** Which range was counted, by whose clocks. */
export function rangeFacts({ from, to }: Ends, zone: string): RowFact[] {
  return [
    { name: 'Time zone', value: zone },
    { name: 'Range from', value: from },
    { name: 'Range to', value: to },
  ];
}
