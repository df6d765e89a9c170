'use client';

import { Dialog } from '@base-ui/react/dialog';
import { ArrowRight, ChevronDown, ChevronUp, Link2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/calls/drawer/overview/copy-button';
import { PhoneCell, StatusCell } from '@/components/calls/list/table/cells';
import { ReviewCell } from '@/components/calls/list/table/review-cell';
import { RatingButtons } from '@/components/calls/review/ratings/rating-buttons';
import { WalkButton } from '@/components/calls/review/walk/walk-button';
import { WalkMessage } from '@/components/calls/review/walk/walk-message';
import { useTime } from '@/components/shell/context/time-context';
import { IconButton } from '@/components/ui/button';
import type { CallRow } from '@/lib/call/call';
import { formatDuration } from '@/lib/format/number';
import { formatInstant, zoneAbbreviation } from '@/lib/format/time';

type DrawerHeaderProps = {
  id: string;
  /** What is known of the call so far. */
  call: CallRow | undefined;
  /** What is going on with the rest of it, if anything. */
  progress: string | null;
  position: string | null;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
  onClose: () => void;
};

export function DrawerHeader(props: DrawerHeaderProps) {
  const { id, call, progress, position, onPrevious, onNext, onClose } = props;
  return (
    <header className="shrink-0">
      <div className="flex items-center gap-0.5 border-b border-line px-2 py-1">
        <Step label="Previous call" shortcut="[" onStep={onPrevious}>
          <ChevronUp aria-hidden className="size-4" />
        </Step>
        <Step label="Next call" shortcut="]" onStep={onNext}>
          <ChevronDown aria-hidden className="size-4" />
        </Step>
        <WalkButton />
        <p className="ml-1.5 min-w-0 truncate text-xs text-muted">{position}</p>
        <p role="status" className="mx-2 ml-auto min-w-0 truncate text-xs text-faint">
          {progress}
        </p>
        <CopyButton label="Copy link" icon={Link2} text={() => location.href} size="medium" />
        <IconButton label="Close" shortcut="Esc" onClick={onClose}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      <WalkMessage />
      <div className="px-4 pt-2.5 pb-2">
        <Dialog.Title className="truncate text-lg font-semibold" aria-live="polite">
          <Title id={id} call={call} />
        </Dialog.Title>
        <div className="mt-1 flex min-h-7 flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
          <p className="flex min-h-6 min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            {call && <Summary call={call} />}
          </p>
          {call && <RatingButtons call={call} />}
        </div>
      </div>
    </header>
  );
}

type StepProps = {
  label: string;
  shortcut: string;
  onStep: (() => void) | null;
  children: ReactNode;
};

/** Stays focusable at the end of the list: a disabled button would drop the focus of who walks with it. */
function Step({ label, shortcut, onStep, children }: StepProps) {
  return (
    <IconButton
      label={label}
      shortcut={shortcut}
      aria-disabled={onStep === null}
      onClick={() => onStep?.()}
      className="aria-disabled:pointer-events-none"
    >
      {children}
    </IconButton>
  );
}

function Title({ id, call }: { id: string; call: CallRow | undefined }) {
  const { zone, now } = useTime();
  if (!call) return `Call ${id}`;
  const time = formatInstant(call.created, zone, now);
  const abbreviation = time && zoneAbbreviation(zone, Date.parse(call.created));
  return (
    <>
      <bdi>{call.type}</bdi> call · {time} {abbreviation}
    </>
  );
}

function Summary({ call }: { call: CallRow }) {
  const { metadata, duration } = call;
  return (
    <>
      <StatusCell status={call.status} />
      <span>
        <span className="sr-only">Review: </span>
        <ReviewCell call={call} />
      </span>
      <span className="flex min-w-0 items-center gap-1.5">
        <span className="truncate">
          <span className="sr-only">From </span>
          <PhoneCell number={metadata?.from} />
        </span>
        <ArrowRight role="img" aria-label="to" className="size-3.5 shrink-0 text-faint" />
        <span className="truncate">
          <PhoneCell number={metadata?.to} />
        </span>
      </span>
      {typeof duration === 'number' && (
        <span>
          <span className="sr-only">Duration </span>
          {formatDuration(duration)}
        </span>
      )}
    </>
  );
}
