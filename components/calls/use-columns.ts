'use client';

import { usePage } from '@/components/shell/page-context';
import { DEFAULT_COLUMNS, encodeColumns, type ShownColumn, sameColumns } from '@/lib/url/columns';
import { useAddress } from '@/lib/url/use-address';

/** The shown columns, and how to change them: in the address, and remembered for the next visit. */
export function useColumns(): [readonly ShownColumn[], (columns: readonly ShownColumn[]) => void] {
  const { address, choose } = useAddress();
  const { setPreferences } = usePage();
  return [
    address.columns,
    (columns) => {
      const usual = sameColumns(columns, DEFAULT_COLUMNS);
      choose({ columns: usual ? null : [...columns] });
      setPreferences({ columns: usual ? '' : encodeColumns(columns) });
    },
  ];
}
