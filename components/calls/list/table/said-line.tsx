import type { SaidOnCall } from '@/lib/call/answers/responses';
import { SaidText } from './said-text';

/** What was said on a call, along its row. Load it lazily: few lists are searched so. */
export default function SaidLine({ said }: { said: SaidOnCall }) {
  return (
    <span className="flex min-w-0 gap-1.5 text-xs text-muted md:absolute md:right-3 md:bottom-1 md:left-8 md:z-1">
      <span className="sr-only">Said: </span>
      <SaidText said={said} />
    </span>
  );
}
