import type { SaidOnCall } from '@/lib/call/answers/responses';
import { formatDuration } from '@/lib/format/number';

const WHO: Partial<Record<SaidOnCall['role'], string>> = { agent: 'Agent', caller: 'Caller' };

/** Where in a call it was said, by whom, and the words around it, with what was searched for marked. */
export function SaidText({ said: { seconds, role, text, marks } }: { said: SaidOnCall }) {
  return (
    <>
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
    </>
  );
}
