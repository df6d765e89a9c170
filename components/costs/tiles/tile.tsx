import clsx from 'clsx';
import { ArrowDownRight, ArrowRight, ArrowUpRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Missing } from '@/components/calls/list/table/cells';
import { CallsLink } from '@/components/figures/calls-link';
import { type Change, changeOf, changeWords, isNoise, noiseWords } from './change';

type TileProps = {
  label: string;
  /** Null: not known, or there is none. */
  value: number | null;
  before: number | null;
  compared: boolean;
  /** The share of change that chance alone makes; null where that is not known, absent where it is not measured. */
  noise?: number | null | undefined;
  write: (value: number) => string;
  href: string | null;
  beforeHref: string | null;
  /** Whether more of it is bad, or neither good nor bad. */
  tone: 'cost' | 'volume';
  /** Where the number has a question of its own: it is on its way, or that failed. */
  loading?: boolean;
  onRetry?: (() => void) | undefined;
  /** What else belongs to the number. */
  children?: ReactNode;
};

/** One number, what it was before, and how it changed. */
export function Tile(props: TileProps) {
  const { label, value, before, compared, noise, write, beforeHref, tone, children } = props;
  const isKnown = !props.loading && !props.onRetry;
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="min-h-15">
        <TileNumber {...props} />
        {/* What stands below, and what floats beside it, stays where it is. */}
        {compared && props.loading && <div className="h-4" />}
        {compared && isKnown && (
          <p className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
            <ChangeMark change={changeOf(value, before)} noise={noise} tone={tone} />
            <span>
              before{' '}
              {before === null ? (
                <Missing />
              ) : (
                <CallsLink href={beforeHref}>{write(before)}</CallsLink>
              )}
            </span>
          </p>
        )}
        {children}
      </dd>
    </div>
  );
}

function TileNumber({ value, write, href, loading, onRetry }: TileProps) {
  if (onRetry) return <NumberFailure onRetry={onRetry} />;
  return (
    <p className="min-h-7 text-[22px] leading-7 font-semibold">
      {loading ? (
        <NumberSkeleton />
      ) : value === null ? (
        <Missing />
      ) : (
        <CallsLink href={href}>{write(value)}</CallsLink>
      )}
    </p>
  );
}

const ICONS = { up: ArrowUpRight, down: ArrowDownRight, same: ArrowRight } as const;

type ChangeMarkProps = Pick<TileProps, 'noise' | 'tone'> & { change: Change | null };

/**
 * The arrow and the words tell it; the colour repeats it where one direction is the better one, and the change is more
 * than chance makes.
 */
function ChangeMark({ change, noise, tone }: ChangeMarkProps) {
  if (change === null) return null;
  const Icon = ICONS[change.direction];
  const judged = tone === 'cost' && change.direction !== 'same' && !isNoise(change, noise);
  return (
    <span
      title={noiseWords(change, noise)}
      className={clsx(
        'inline-flex items-center gap-0.5 font-medium whitespace-nowrap',
        judged && (change.direction === 'up' ? 'text-bad' : 'text-good'),
      )}
    >
      <Icon aria-hidden className="size-3.5" />
      {changeWords(change)}
    </span>
  );
}

/** Of the size of what comes. */
export function TileSkeleton({ label }: { label: string }) {
  return (
    <div>
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="min-h-15">
        <NumberSkeleton />
        <span className="mt-2 block h-3 w-32 rounded bg-neutral-soft motion-safe:animate-pulse" />
      </dd>
    </div>
  );
}

function NumberSkeleton() {
  return (
    <>
      <span className="sr-only">Loading…</span>
      <span className="mt-1 block h-5 w-24 rounded bg-neutral-soft motion-safe:animate-pulse" />
    </>
  );
}

/** A question of its own that failed: the other numbers stay. */
export function TileFailure({ label, onRetry }: { label: string; onRetry: () => void }) {
  return (
    <div>
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="min-h-15">
        <NumberFailure onRetry={onRetry} />
      </dd>
    </div>
  );
}

function NumberFailure({ onRetry }: { onRetry: () => void }) {
  return (
    <div className="text-sm">
      <p role="alert" className="text-bad">
        Could not be loaded.
      </p>
      <button type="button" onClick={onRetry} className="h-6 font-medium text-accent underline">
        Try again
      </button>
    </div>
  );
}
