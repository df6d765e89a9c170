'use client';

import { useQueries } from '@tanstack/react-query';
import { Inbox, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ActiveFilter } from '@/components/filters/active/active-filter';
import { useActiveFilters } from '@/components/filters/active/use-active-filters';
import { TimeProvider } from '@/components/shell/context/time-context';
import { Button } from '@/components/ui/button';
import { callsQueryOptions } from '@/lib/api/calls';
import { filterKeysOf } from '@/lib/call/query/filter-keys';
import type { CallsQuery } from '@/lib/call/query/filters';
import { formatCount, plural } from '@/lib/format/number';
import { useAddress } from '@/lib/url/use-address';

/** Why a list is empty, and what to do. It is fetched when there is such a list. */
export default function EmptyList({ query, live }: { query: CallsQuery; live: boolean }) {
  const filtered = filterKeysOf(query).some((key) => query[key] !== undefined);
  if (!filtered) return live ? <EmptyAccount /> : <EmptyIndex />;
  return (
    <TimeProvider>
      <NothingMatches query={query} />
    </TimeProvider>
  );
}

/** The account has no calls at all. */
function EmptyAccount() {
  return (
    <State icon={<Inbox aria-hidden className="size-6 text-faint" />} title="No calls yet">
      <p className="text-muted">
        HappyRobot knows no calls of this account. As soon as one of your agents makes or takes a
        call, it appears here.
      </p>
    </State>
  );
}

/** HappyRobot was not asked, and the index remembers nothing. */
function EmptyIndex() {
  return (
    <State icon={<Inbox aria-hidden className="size-6 text-faint" />} title="No calls in the index">
      <p className="text-muted">
        This list comes from the index, which has no calls yet. It fills up as soon as HappyRobot
        can be read.
      </p>
    </State>
  );
}

/** Filters are in force and nothing is left; the one that excludes most is offered to be taken away. */
function NothingMatches({ query }: { query: CallsQuery }) {
  const { filter } = useAddress();
  const active = useActiveFilters();
  const keys = [...new Set(active.map(({ key }) => key))];
  const counts = useQueries({
    queries: keys.map((key) => ({
      ...callsQueryOptions(without(query, key)),
      placeholderData: undefined,
    })),
    combine: (results) => results.map(({ data }) => data?.count),
  });
  const narrowest = keys
    .map((key, index) => ({ key, count: counts[index] ?? 0 }))
    .sort((a, b) => b.count - a.count)[0];
  const chips = active.filter(({ key }) => key === narrowest?.key);
  const name = chips[0]?.name;
  const words = chips.map(({ value }) => value).join(', ');
  return (
    <State
      icon={<SearchX aria-hidden className="size-6 text-faint" />}
      title="No call matches these filters"
    >
      {narrowest && narrowest.count > 0 ? (
        <>
          <p className="text-muted wrap-anywhere">
            Without{' '}
            <strong className="font-medium text-text">
              {name}: <bdi>{words}</bdi>
            </strong>{' '}
            there would be {plural(narrowest.count, 'call')}.
          </p>
          <Button kind="accent" onClick={() => filter(removalOf(narrowest.key))}>
            Remove {name} and show {formatCount(narrowest.count)}
          </Button>
        </>
      ) : (
        <p className="text-muted">
          {counts.some((count) => count === undefined)
            ? 'Looking for the filter that leaves nothing…'
            : 'Taking away a single filter brings nothing back; clear them above to start again.'}
        </p>
      )}
    </State>
  );
}

function without(query: CallsQuery, key: ActiveFilter['key']): CallsQuery {
  return { ...query, ...cleared(key), limit: 1, offset: 0 };
}

function removalOf(key: ActiveFilter['key']) {
  return Object.fromEntries(Object.keys(cleared(key)).map((name) => [name, null]));
}

/** Both ends of a range go together. */
function cleared(key: ActiveFilter['key']): CallsQuery {
  return key === 'from' || key === 'to'
    ? { from: undefined, to: undefined, timezone: undefined }
    : { [key]: undefined };
}

function State({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <div className="mx-auto flex w-full max-w-md flex-1 flex-col items-center justify-center gap-3 p-6 text-center">
      {icon}
      <h2 className="text-lg font-semibold">{title}</h2>
      {children}
    </div>
  );
}
