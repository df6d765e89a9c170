import type { Marks } from '@/components/calls/drawer/transcript/search/marked-text';
import type { PartKey } from '@/lib/call/transcript/transcript-search';

/** How a turn is seen at the moment. */
export type TurnView = {
  marksOf: (part: PartKey) => Marks;
  /** Whether something of it is unfolded; `sought` while the search is at what it holds. */
  isOpen: (fold: string, sought: boolean) => boolean;
  setOpen: (fold: string, open: boolean) => void;
};
