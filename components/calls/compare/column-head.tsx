import { PanelRight, X } from 'lucide-react';
import { PhoneCell, StatusCell } from '@/components/calls/list/table/cells';
import { useTime } from '@/components/shell/context/time-context';
import { Button, IconButton } from '@/components/ui/button';
import type { Problem } from '@/lib/call/answers/problem';
import { formatInstant } from '@/lib/format/time';
import type { Compared } from './compared';

type ColumnHeadProps = {
  column: Compared;
  onOpen: (id: string) => void;
  onRemove: (id: string) => void;
};

/** Which call a column is, or what is wrong with it. */
export function ColumnHead({ column, onOpen, onRemove }: ColumnHeadProps) {
  const { zone, now } = useTime();
  const { id, call, problem, retry } = column;
  const name = call ? `call of ${formatInstant(call.created, zone, now)}` : `call ${id}`;
  return (
    <th
      scope="col"
      className="border-b border-l border-line border-b-line-strong bg-surface px-3 py-1.5 text-left align-top font-normal first-of-type:border-l-0"
    >
      <div className="flex items-start gap-0.5">
        <p className="min-w-0 flex-1 pt-0.5 font-semibold wrap-anywhere">
          {call ? (
            <>
              <bdi>{call.type}</bdi> {name}
            </>
          ) : (
            <>
              Call <bdi className="font-mono text-xs font-normal">{id}</bdi>
            </>
          )}
        </p>
        {call && (
          <IconButton label={`Open ${name}`} size="small" onClick={() => onOpen(id)}>
            <PanelRight aria-hidden className="size-3.5" />
          </IconButton>
        )}
        <IconButton label={`Remove ${name}`} size="small" onClick={() => onRemove(id)}>
          <X aria-hidden className="size-3.5" />
        </IconButton>
      </div>
      {call && (
        <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1">
          <StatusCell status={call.status} />
          <span className="min-w-0 truncate text-xs text-muted">
            <PhoneCell number={call.metadata?.from} /> → <PhoneCell number={call.metadata?.to} />
          </span>
        </p>
      )}
      {!call && !problem && <p className="mt-1 text-muted">Loading…</p>}
      {problem && <Trouble problem={problem} known={call !== undefined} onRetry={retry} />}
    </th>
  );
}

type TroubleProps = { problem: Problem; known: boolean; onRetry: () => void };

function Trouble({ problem, known, onRetry }: TroubleProps) {
  if (problem.code === 'not_found')
    return (
      <p role="alert" className="mt-1 text-bad">
        {known
          ? 'HappyRobot no longer has this call. Shown is what was known of it.'
          : 'This call does not exist, or no longer does.'}
      </p>
    );
  return (
    <div role="alert" className="mt-1">
      <p className="text-bad">{problem.title}</p>
      <p className="text-xs text-muted wrap-anywhere">{problem.detail}</p>
      <Button size="small" onClick={onRetry} className="mt-1">
        Try again
      </Button>
    </div>
  );
}
