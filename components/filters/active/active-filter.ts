import type { ExtractedFilterKey } from '@/lib/call/query/extracted';
import type { FilterKey } from '@/lib/call/query/filters';
import type { FilterChange } from '@/lib/url/use-address';

/** One condition in force, as a chip shows it. */
export type ActiveFilter = {
  key: FilterKey | ExtractedFilterKey;
  /** The name of the filter, "Status". */
  name: string;
  /** The value in words, "No answer". */
  value: string;
  /** What takes this condition away. */
  removal: FilterChange;
};
