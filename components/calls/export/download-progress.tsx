'use client';

import { CircleCheck } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { ExportProgress } from '@/lib/api/export';
import { type ExportFormat, isFocus } from '@/lib/call/query/routes/export-query';
import { formatBytes } from '@/lib/format/bytes';
import { formatCount, plural } from '@/lib/format/number';
import { ProblemView } from '../problem-view';
import { FORMAT_WORDS } from './formats';
import type { DownloadState } from './use-download';

type DownloadProgressProps = {
  state: Exclude<DownloadState, { phase: 'ready' }>;
  format: ExportFormat;
  /** It is the metadata file, which has no records. */
  metadata: boolean;
  onCancel: () => void;
  onRetry: () => void;
  onClose: () => void;
  /** Saves the metadata file that goes beside charges; absent where the file has none. */
  onMetadata: (() => void) | undefined;
};

/** How far the download is, how it ended, or why it did not. */
export function DownloadProgress(props: DownloadProgressProps) {
  const { state, format, metadata, onCancel, onRetry, onClose, onMetadata } = props;
  if (state.phase === 'failed')
    return (
      <>
        <ProblemView compact problem={state.problem} onRetry={onRetry} />
        <Foot label="Back" onClick={onCancel} />
      </>
    );
  if (state.phase === 'done')
    return (
      <>
        <p role="status" className="flex items-start gap-2 p-4">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
          <span className="wrap-anywhere">
            {metadata ? 'The metadata' : sizeOf(state.progress, format)} in{' '}
            <span className="font-mono text-sm">{state.name}</span>. The file is where your browser
            puts downloads.
          </span>
        </p>
        {onMetadata && (
          <div className="flex flex-wrap items-center gap-3 px-4 pb-4">
            <Button onClick={onMetadata}>Save the metadata file</Button>
            <p className="min-w-0 flex-1 basis-56 text-sm text-muted">
              It goes beside the charges: columns and version, what they add up to, and which calls
              have none.
            </p>
          </div>
        )}
        <Foot label="Done" onClick={onClose} />
      </>
    );
  return (
    <>
      <div className="flex flex-col gap-2 p-4">
        <Bar progress={state.progress} format={format} />
        <p className="text-sm text-muted">
          {metadata ? 'Adding up…' : stateOf(state.progress, format)}
        </p>
      </div>
      <Foot label="Cancel" onClick={onCancel} />
    </>
  );
}

/** The button takes the focus over from the one that was pressed before and is gone. */
function Foot({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <div className="flex justify-end border-t border-line px-4 py-3">
      <Button autoFocus key={label} onClick={onClick}>
        {label}
      </Button>
    </div>
  );
}

/** Nobody knows beforehand how many charges there are, so that bar only says that something happens. */
function Bar({ progress: { records, calls }, format }: BarProps) {
  const whole = isFocus(format) ? null : calls;
  return (
    <progress
      aria-label="Export"
      className={BAR}
      {...(whole !== null && whole > 0 && { max: whole, value: Math.min(records, whole) })}
    />
  );
}

const BAR =
  'block h-2 w-full appearance-none overflow-hidden rounded-full bg-hover indeterminate:bg-accent motion-safe:indeterminate:animate-pulse [&::-webkit-progress-bar]:bg-transparent [&::-webkit-progress-value]:bg-accent [&::-moz-progress-bar]:bg-accent';

type BarProps = { progress: ExportProgress; format: ExportFormat };

function stateOf(progress: ExportProgress, format: ExportFormat): string {
  const { records, bytes, calls, before } = progress;
  if (before !== null) return placeOf(before);
  if (bytes === 0) return 'Waiting for the first line…';
  if (isFocus(format) || calls === null) return sizeOf(progress, format);
  return `${formatCount(records)} of ${plural(calls, 'call')}, ${formatBytes(bytes)}`;
}

function placeOf(before: number): string {
  const place = before === 0 ? 'it is next' : `${formatCount(before)} before it`;
  return `Waiting for its turn: ${place}.`;
}

function sizeOf({ records, bytes }: ExportProgress, format: ExportFormat): string {
  return `${plural(records, FORMAT_WORDS[format].line)}, ${formatBytes(bytes)}`;
}
