import type { SaidOnCall } from '@/lib/call/answers/responses';
import { formatDuration } from '@/lib/format/number';

const WHO: Partial<Record<SaidOnCall['role'], string>> = { agent: 'Agent', caller: 'Caller' };

/** Where in a call it was said, by whom, and the words around it. Load it lazily: few lists are searched so. */
export default function SaidLine({ said: { seconds, role, text, marks } }: { said: SaidOnCall }) {
  return (
    <span className="flex min-w-0 gap-1.5 text-xs text-muted md:absolute md:right-3 md:bottom-1 md:left-8 md:z-1">
      <span className="sr-only">Said: </span>
      {seconds !== null && (
        <span className="shrink-0 tabular-nums">{formatDuration(Math.max(0, seconds))}</span>
      )}
      {WHO[role] && <span className="shrink-0">{WHO[role]}</span>}
      <bdi title={text} className="truncate">
        {marks.map((mark, at) => (
          <span key={mark.start}>
            {text.slice(marks[at - 1]?.end ?? 0, mark.start)}
            <mark className="rounded-xs bg-warn-soft font-medium text-text">
              {text.slice(mark.start, mark.end)}
            </mark>
          </span>
        ))}
        {text.slice(marks.at(-1)?.end ?? 0)}
      </bdi>
    </span>
  );
}
