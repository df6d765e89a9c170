import type { Measured } from '@/lib/call/answers/index-responses';
import { formatCount, plural } from '@/lib/format/number';

/** Of how many calls it is known how the conversation went, where that decides which calls there are. */
export function MeasuredLine({ measured, calls }: Measured) {
  return (
    <p className="shrink-0 border-b border-line px-4 py-1.5 text-xs text-muted">
      Measured in {formatCount(measured)} of {plural(calls, 'call')}: on the others nobody spoke, or
      their transcripts were not read yet.
    </p>
  );
}
