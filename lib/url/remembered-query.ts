import { addressQuery, loadAddress } from './address';
import { DEFAULT_COLUMNS, encodeColumns } from './columns';

/** The query string that a visit to the bare page starts with: what the person chose to see it like. */
export function rememberedQuery({
  columns,
  timezone,
}: {
  columns: string;
  timezone: string;
}): string {
  const { columns: shown, timezone: zone } = loadAddress({
    columns: columns || encodeColumns(DEFAULT_COLUMNS),
    timezone,
  });
  return addressQuery({ columns: shown, timezone: zone });
}
