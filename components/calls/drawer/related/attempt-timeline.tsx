import clsx from 'clsx';
import { type ReactNode, useState } from 'react';
import { CallLink, type OtherCalls } from '@/components/calls/drawer/overview/call-link';
import {
  ClassificationCell,
  CostCell,
  DurationCell,
  RatingsCell,
  StatusCell,
} from '@/components/calls/list/table/cells';
import { useTime } from '@/components/shell/context/time-context';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { CallRow } from '@/lib/call/call';
import type { RelatedResponse } from '@/lib/call/related';
import { formatCount } from '@/lib/format/number';
import { formatAgo, formatInstant } from '@/lib/format/time';

/** As many are enough to see what was tried lately. */
const SHOWN_AT_FIRST = 8;

type AttemptTimelineProps = { call: CallRow; related: RelatedResponse } & OtherCalls;

/** The attempts, newest first, the open one marked. */
export function AttemptTimeline({ call, related, ...others }: AttemptTimelineProps) {
  const { family, same_number: sameNumber, totals } = related;
  const [isWhole, setWhole] = useState(false);
  const all = [...family, ...sameNumber].sort(
    (a, b) => Date.parse(b.created) - Date.parse(a.created),
  );
  const attempts = all.filter(
    ({ id }, place) => isWhole || place < SHOWN_AT_FIRST || id === call.id,
  );
  const linked = new Set(family.map(({ id }) => id));
  const folded = all.length - attempts.length;
  const unsent = totals.all.calls - all.length;
  return (
    <>
      <ol aria-label="Attempts, newest first" className="mt-3 ml-1.5 border-l border-line-strong">
        {attempts.map((attempt) => (
          <li
            key={attempt.id}
            aria-current={attempt.id === call.id ? 'true' : undefined}
            className="relative py-1.5 pl-4"
          >
            <Dot open={attempt.id === call.id} />
            <Attempt
              attempt={attempt}
              mark={
                attempt.id === call.id ? 'This call' : linked.has(attempt.id) ? 'Linked' : undefined
              }
              {...others}
            />
          </li>
        ))}
      </ol>
      {folded > 0 && (
        <Button size="small" onClick={() => setWhole(true)} className="mt-1">
          Show {formatCount(folded)} more
        </Button>
      )}
      {folded === 0 && unsent > 0 && (
        <p className="mt-1 text-sm text-muted">
          {formatCount(unsent)} older are not shown here; the lists have all of them.
        </p>
      )}
    </>
  );
}

/** The place of a call on the line. */
function Dot({ open }: { open: boolean }) {
  return (
    <span
      aria-hidden
      className={clsx(
        'absolute top-3 -left-[5px] size-[9px] rounded-full border',
        open ? 'border-accent bg-accent' : 'border-line-strong bg-canvas',
      )}
    />
  );
}

type AttemptProps = { attempt: CallRow; mark: 'This call' | 'Linked' | undefined } & OtherCalls;

function Attempt({ attempt, mark, hrefOf, onOpenCall }: AttemptProps) {
  const { zone, now } = useTime();
  const time = formatInstant(attempt.created, zone, now);
  return (
    <div className="flex flex-col gap-0.5 text-sm">
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5">
        {mark === 'This call' ? (
          <time dateTime={attempt.created} className="font-medium">
            {time}
          </time>
        ) : (
          <CallLink id={attempt.id} hrefOf={hrefOf} onOpenCall={onOpenCall}>
            <time dateTime={attempt.created}>{time}</time>
            <span className="sr-only">, open call</span>
          </CallLink>
        )}
        <span className="text-xs text-faint">{formatAgo(attempt.created, now)}</span>
        {mark && <Badge tone={mark === 'This call' ? 'info' : 'neutral'}>{mark}</Badge>}
        <span className="ml-auto min-w-0">
          <StatusCell status={attempt.status} />
        </span>
      </div>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto_4rem_5rem] items-center gap-x-3 text-muted">
        <Figure name="Outcome" className="truncate">
          <ClassificationCell tag={attempt.classification?.tag} />
        </Figure>
        <Figure name="Rating">
          <RatingsCell ratings={attempt.ratings} />
        </Figure>
        <Figure name="Duration" className="text-right">
          <DurationCell seconds={attempt.duration} />
        </Figure>
        <Figure name="Cost" className="text-right">
          <CostCell costs={attempt.costs} />
        </Figure>
      </dl>
    </div>
  );
}

type FigureProps = { name: string; className?: string; children: ReactNode };

function Figure({ name, className, children }: FigureProps) {
  return (
    <div className={clsx('min-w-0', className)}>
      <dt className="sr-only">{name}</dt>
      <dd className={className}>{children}</dd>
    </div>
  );
}
