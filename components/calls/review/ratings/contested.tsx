import { Badge } from '@/components/ui/badge';

/** People disagree on this call. */
export function Contested() {
  return (
    <span role="img" aria-label="Contested" title="Contested: people rated it differently">
      <Badge tone="warn">≠</Badge>
    </span>
  );
}
