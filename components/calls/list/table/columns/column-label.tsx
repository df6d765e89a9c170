import { Lazily, lazily } from '@/components/ui/lazily';
import { isExtractedName } from '@/lib/call/query/extracted';
import type { ShownColumn } from '@/lib/url/columns';
import { columnOf } from './columns';

const ExtractedLabel = lazily(() => import('./extracted-label'));

/** What a column is called; an extracted value as its use case calls it, as soon as that is known. */
export function ColumnLabel({ id }: { id: ShownColumn['id'] }) {
  const { label } = columnOf(id);
  if (!isExtractedName(id)) return label;
  return (
    <Lazily meanwhile={label}>
      <ExtractedLabel of={id.slice(2)} />
    </Lazily>
  );
}
