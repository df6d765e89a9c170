import type { Searched } from '@/lib/call/answers/index-responses';
import { formatCount, plural } from '@/lib/format/number';

/** Of how many calls it is known what was said, above the calls on which something was. */
export function SearchedLine({ searched, calls }: Searched) {
  return (
    <p className="shrink-0 border-b border-line px-4 py-1.5 text-xs text-muted">
      Searched what was said on {formatCount(searched)} of {plural(calls, 'call')}.
      {searched < calls && ' The others are not over, or their transcripts were not read yet.'}
    </p>
  );
}
