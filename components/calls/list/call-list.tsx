'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { ProblemView } from '@/components/calls/problem-view';
import { EarlyKeys } from '@/components/calls/review/early-keys';
import { TimeProvider, useTime } from '@/components/shell/context/time-context';
import { useHydrated } from '@/components/shell/state/use-hydrated';
import { type Shortcuts, useShortcuts } from '@/components/shell/use-shortcuts';
import { Lazily, lazily } from '@/components/ui/lazily';
import { problemOf } from '@/lib/api/get-json';
import type { CallsResponse, Meta } from '@/lib/call/answers/responses';
import type { SortBy } from '@/lib/call/query/filters';
import { callsQueryParams } from '@/lib/call/query/query';
import { formatCount, plural } from '@/lib/format/number';
import { formatInstantLong } from '@/lib/format/time';
import { type Address, addressQuery, drawerTabOf } from '@/lib/url/address';
import { comparedCalls } from '@/lib/url/comparison';
import { rememberList } from '@/lib/url/last-list';
import { useAddress } from '@/lib/url/use-address';
import { MeasuredLine } from './notices/measured-line';
import { OutdatedNotice } from './notices/outdated-notice';
import { SearchedLine } from './notices/searched-line';
import { PageBar } from './page-bar';
import { CallTable, type CallTableHandle } from './table/call-table';
import { useColumns } from './table/columns/use-columns';
import { ListSkeleton } from './table/list-skeleton';
import { useCallWalk } from './use-call-walk';
import { useCalls } from './use-calls';
import { useNewCalls } from './use-new-calls';
import { usePrefetchNextPage } from './use-prefetch';

const ListNotices = lazily(() => import('./notices/list-notices'));
const NewCallsNotice = lazily(() => import('./notices/new-calls-notice'));
const ReviewPanel = lazily(() => import('@/components/calls/review/review-panel'));
const EmptyList = lazily(() => import('./list-states'));
const CallsOnPaper = lazily(() => import('./print/calls-on-paper'));

/** The calls that the address asks for, the way through them, and the one that is open. */
export function CallList() {
  return (
    <TimeProvider>
      <Calls />
    </TimeProvider>
  );
}

function Calls() {
  const { address, choose, correct, filter } = useAddress();
  const { zone } = useTime();
  const client = useQueryClient();
  const { query, result } = useCalls();
  const found = useNewCalls(query, result.isPlaceholderData ? undefined : result.data);
  const page = found.page ?? result.data;
  const hydrated = useHydrated();
  const walk = useCallWalk(query, page);
  const { resize } = useColumns();
  const table = useRef<CallTableHandle>(null);
  useEffect(() => rememberList(address), [address]);
  usePrefetchNextPage(query, result.isPlaceholderData ? undefined : page);
  useLastPage(result.isPlaceholderData ? undefined : page, (offset) => correct({ offset }));

  // Also while the table of a long page is on its way: the row counts, and the focus follows with the next key.
  const moveBy = (by: 1 | -1) => () => {
    const to = walk.move(by);
    table.current?.focusRow(to);
  };
  // Who cannot walk from here leaves the keys to those who can.
  useShortcuts({
    ...keyOf('j', address.call ? walk.next : moveBy(1)),
    ...keyOf('k', address.call ? walk.previous : moveBy(-1)),
    ...keyOf(']', walk.next),
    ...keyOf('[', walk.previous),
  });

  const open = openCall(address);
  const tab = drawerTabOf(address);
  // The row is marked at once, the drawer is drawn a moment later: it is far more than a row. It goes at once, too: it
  // gives the focus back, which may have been taken elsewhere a moment later.
  const later = useDeferredValue(useMemo(() => ({ call: open, tab }), [open, tab]));
  const drawn = open === null ? null : later;

  const problem = result.error ? problemOf(result.error) : found.problem;
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col print:block">
      <p aria-live="polite" className="sr-only">
        {page &&
          !(hydrated && result.isFetching) &&
          plural(page.count, 'call matches', 'calls match')}
      </p>
      {page && isUnusual(page.meta) && (
        <Lazily>
          <ListNotices
            meta={page.meta}
            outdated={problem !== null}
            trying={result.isFetching}
            onRetry={() => void result.refetch()}
          />
        </Lazily>
      )}
      {page && problem && (
        <OutdatedNotice
          problem={problem}
          asOf={formatInstantLong(page.meta.as_of, zone) ?? page.meta.as_of}
        />
      )}
      {found.changed && (
        <Lazily>
          <NewCallsNotice more={found.more} onShow={showNew} />
        </Lazily>
      )}
      {page?.meta.said && <SearchedLine {...page.meta.said} />}
      {page?.meta.measured && <MeasuredLine {...page.meta.measured} />}
      {content()}
      {hydrated && (
        <Lazily meanwhile={<EarlyKeys call={address.call} />}>
          <ReviewPanel
            call={open}
            isFar={page !== undefined && !result.isPlaceholderData && walk.position === null}
            drawer={
              drawn?.call == null
                ? null
                : {
                    id: drawn.call,
                    tab: drawn.tab,
                    onTab: (tab) => choose({ tab }),
                    row: page?.calls.find(({ id }) => id === drawn.call),
                    onPrevious: walk.previous,
                    onNext: walk.next,
                    nextId: walk.nextId,
                    position: placeOf(walk.position, page?.count),
                    onClose: walk.close,
                    hrefOf: (id) =>
                      addressQuery({ ...address, call: id, tab: null, turn: null, t: null }),
                    onOpenCall: walk.open,
                    finalFocus: () => rowLink(address.call),
                  }
            }
          />
        </Lazily>
      )}
    </div>
  );

  function content() {
    if (!page) {
      return problem ? (
        <ProblemView problem={problem} onRetry={() => void result.refetch()} />
      ) : (
        <ListSkeleton />
      );
    }
    return (
      <>
        {page.count === 0 && page.meta.invalid.length === 0 ? (
          nothing(page)
        ) : (
          <>
            {hydrated && (
              <Lazily>
                <CallsOnPaper page={page} />
              </Lazily>
            )}
            <CallTable
              page={page}
              list={callsQueryParams(query).toString()}
              address={address}
              active={walk.active}
              row={walk.row}
              onReach={walk.reach}
              outdated={result.isPlaceholderData}
              handle={table}
              onOpen={walk.open}
              onColumns={resize}
              onSort={sortBy}
            />
          </>
        )}
        <PageBar
          count={page.count}
          offset={page.offset}
          shown={page.calls.length + page.meta.invalid.length}
        />
      </>
    );
  }

  function nothing({ meta }: CallsResponse) {
    return (
      <div className="flex min-h-0 flex-1 flex-col overflow-auto">
        <Lazily>
          <EmptyList key={meta.as_of} query={query} live={meta.source === 'live'} />
        </Lazily>
      </div>
    );
  }

  /** The same column again turns the order around; another one starts with its largest. */
  function sortBy(key: SortBy) {
    const turned = key === address.sort_by && address.sort === 'desc';
    filter({ sort_by: key, sort: turned ? 'asc' : 'desc' });
  }

  /**
   * "Show" leads to where new calls are: the top of the first page, or in ascending order the last page. In any
   * other order they can be anywhere, so the list stays where it is.
   */
  function showNew() {
    if (address.sort_by !== 'created') return found.show();
    const there = address.sort === 'asc' ? lastOffset(found.count, address.limit) : 0;
    if (address.offset === there) return found.show();
    void client.invalidateQueries({ queryKey: ['calls', 'list'], refetchType: 'none' });
    choose({ offset: there });
  }
}

/** The call that is open over the list; calls that are compared stand in its place. */
function openCall({ call, compare }: Address): string | null {
  return comparedCalls(compare) ? null : call;
}

function keyOf(key: string, action: (() => void) | null): Shortcuts {
  return action ? { [key]: action } : {};
}

function placeOf(position: number | null, count: number | undefined): string | null {
  if (count === undefined) return null;
  if (position === null) return 'Not on this page of the list';
  return `${formatCount(position)} of ${formatCount(count)}`;
}

/** Whether there is more to say of a page than that it is there. */
function isUnusual({ invalid, stale, reason, extracted }: Meta): boolean {
  return invalid.length > 0 || stale || reason !== undefined || extracted !== undefined;
}

/** The row of a call, or where the keyboard enters the table. */
function rowLink(id: string | null): HTMLElement | null {
  return (
    document.querySelector<HTMLElement>(`tr[data-call="${id}"] a`) ??
    document.querySelector<HTMLElement>('tr[data-call] a[tabindex="0"]')
  );
}

function lastOffset(count: number, limit: number): number {
  return Math.floor(Math.max(0, count - 1) / limit) * limit;
}

/** A page beyond the end leads back to the last one. */
function useLastPage(page: CallsResponse | undefined, goTo: (offset: number) => void) {
  const beyond = page !== undefined && page.offset > 0 && page.offset >= page.count;
  const last = page ? lastOffset(page.count, page.limit) : 0;
  const go = useEffectEvent(() => goTo(last));
  useEffect(() => {
    if (!beyond) return;
    // A moment later: on a first load Next's router, which has to hear of it, is ready after what it holds.
    const timer = setTimeout(go);
    return () => clearTimeout(timer);
  }, [beyond, last]);
}
