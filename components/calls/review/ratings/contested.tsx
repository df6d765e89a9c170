import { Scale } from 'lucide-react';

/** People disagree on this call. */
export function Contested() {
  return (
    <span role="img" aria-label="Contested" title="Contested: people rated it differently">
      <Scale aria-hidden className="size-4 text-warn" />
    </span>
  );
}
