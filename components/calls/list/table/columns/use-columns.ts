'use client';

import { usePage } from '@/components/shell/context/page-context';
import { DEFAULT_COLUMNS, encodeColumns, type ShownColumn, sameColumns } from '@/lib/url/columns';
import { useAddress } from '@/lib/url/use-address';

export type ColumnsControl = {
  columns: readonly ShownColumn[];
  /** Shows other columns, or in another order. */
  show: (columns: readonly ShownColumn[]) => void;
  /** Makes columns wider or narrower: no step of the history for each pixel. */
  resize: (columns: readonly ShownColumn[]) => void;
};

/** The shown columns, and how to change them: in the address, and remembered for the next visit. */
export function useColumns(): ColumnsControl {
  const { address, choose, correct } = useAddress();
  const { setPreferences } = usePage();
  const keepBy = (change: typeof choose) => (columns: readonly ShownColumn[]) => {
    const usual = sameColumns(columns, DEFAULT_COLUMNS);
    change({ columns: usual ? null : [...columns] });
    setPreferences({ columns: usual ? '' : encodeColumns(columns) });
  };
  return { columns: address.columns, show: keepBy(choose), resize: keepBy(correct) };
}
