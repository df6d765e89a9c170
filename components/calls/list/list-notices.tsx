'use client';

import { useTime } from '@/components/shell/context/time-context';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Meta } from '@/lib/call/answers/responses';
import { formatCount, plural } from '@/lib/format/number';
import { formatAgo, formatInstant, formatInstantLong } from '@/lib/format/time';

type ListNoticesProps = {
  meta: Meta;
  /** Whether older rows are on screen, of which another notice tells. */
  outdated: boolean;
  trying: boolean;
  onRetry: () => void;
};

/** What there is to know about a page of calls that is not as it should be. Load it lazily. */
export default function ListNotices({ outdated, ...props }: ListNoticesProps) {
  return (
    <>
      <InvalidRecords invalid={props.meta.invalid} />
      {props.meta.said && <Searched said={props.meta.said} />}
      {props.meta.measured && <Measured measured={props.meta.measured} />}
      {!outdated && <StandInNotice {...props} />}
    </>
  );
}

/** Of how many calls it is known what was said. */
function Searched({ said: { searched, calls } }: { said: NonNullable<Meta['said']> }) {
  const rest = Math.max(0, calls - searched);
  return (
    <Notice tone="info">
      Searched what was said on {formatCount(searched)} of {plural(calls, 'call')}.
      {rest > 0 &&
        ` ${plural(rest, 'call is', 'calls are')} not over, or ${rest === 1 ? 'its transcript was' : 'their transcripts were'} not read yet.`}
    </Notice>
  );
}

/** Records of this page that came from HappyRobot and could not be read. */
function InvalidRecords({ invalid }: { invalid: Meta['invalid'] }) {
  if (invalid.length === 0) return null;
  return (
    <Notice tone="warn">
      <details>
        <summary>
          {plural(invalid.length, 'record')} on this page could not be read and{' '}
          {invalid.length === 1 ? 'is' : 'are'} not shown. The other calls are complete.
        </summary>
        <ul className="mt-1 max-h-40 list-disc overflow-auto pl-5">
          {invalid.map(({ id, problem }, index) => (
            // Records that came without an id can only be told apart by their place.
            <li key={`${index} ${id}`}>
              <bdi className="font-mono text-xs">{id ?? 'without an id'}</bdi>: <bdi>{problem}</bdi>
            </li>
          ))}
        </ul>
      </details>
    </Notice>
  );
}

/** Of how many calls it is known how the conversation went. */
function Measured({ measured: { measured, calls } }: { measured: NonNullable<Meta['measured']> }) {
  return (
    <Notice tone="info">
      How the conversation went is known of {formatCount(measured)} of {plural(calls, 'call')}. On
      the others nobody spoke, or their transcripts were not read yet.
    </Notice>
  );
}

type StandInNoticeProps = Omit<ListNoticesProps, 'outdated'>;

/** HappyRobot did not answer, or not right: why, and how old is what the index remembers in its place. */
function StandInNotice({ meta, trying, onRetry }: StandInNoticeProps) {
  const { zone, now } = useTime();
  const { reason, source, stale, away_since: since = meta.as_of, as_of } = meta;
  if (!stale && !reason) return null;
  return (
    <Notice tone={stale ? 'warn' : 'info'}>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {reason
          ? reason.detail
          : `HappyRobot cannot be reached: no answer since ${formatInstant(since, zone, now) ?? since}.`}
        {source === 'index' &&
          ` You see the calls that the index knows, as of ${formatInstantLong(as_of, zone) ?? as_of} (${formatAgo(as_of, now)}).`}
        {stale && (
          <Button size="small" aria-disabled={trying} onClick={onRetry}>
            Try again
          </Button>
        )}
      </span>
    </Notice>
  );
}
