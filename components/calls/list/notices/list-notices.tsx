'use client';

import { useTime } from '@/components/shell/context/time-context';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Meta } from '@/lib/call/answers/responses';
import { extractedWords } from '@/lib/format/extracted';
import { plural } from '@/lib/format/number';
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
      {!outdated && <StandInNotice {...props} />}
      <ExtractedLine extracted={props.meta.extracted} />
    </>
  );
}

/** Of how many calls extracted values are known, while they decide which calls there are and not all are known. */
function ExtractedLine({ extracted }: Pick<Meta, 'extracted'>) {
  const words = extractedWords({ extracted });
  if (words === '') return null;
  return <p className="shrink-0 border-b border-line px-4 py-1.5 text-xs text-muted">{words}</p>;
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
