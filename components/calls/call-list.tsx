'use client';

import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { TimeProvider, useTime } from '@/components/shell/time-context';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { problemOf } from '@/lib/api/get-json';
import { FILTER_KEYS } from '@/lib/call/filters';
import type { CallsResponse } from '@/lib/call/responses';
import { formatCount, plural } from '@/lib/format/number';
import { formatInstantLong } from '@/lib/format/time';
import { addressQuery } from '@/lib/url/address';
import { useAddress } from '@/lib/url/use-address';
import { CallTable, type CallTableHandle } from './call-table';
import { InvalidRecords, NewCallsNotice, OutdatedNotice } from './list-notices';
import { ListSkeleton } from './list-skeleton';
import { EmptyAccount, NothingMatches } from './list-states';
import { PageBar } from './page-bar';
import { ProblemView } from './problem-view';
import { useCallWalk } from './use-call-walk';
import { useCalls } from './use-calls';
import { useColumns } from './use-columns';
import { useNewCalls } from './use-new-calls';
import { usePrefetchNextPage } from './use-prefetch';

const CallDrawer = lazy(() => import('./drawer/call-drawer'));

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
  const walk = useCallWalk(query, page);
  const [, setColumns] = useColumns();
  const table = useRef<CallTableHandle>(null);
  usePrefetchNextPage(query, result.isPlaceholderData ? undefined : page);
  useLastPage(result.isPlaceholderData ? undefined : page, (offset) => correct({ offset }));

  const close = () => choose({ call: null, tab: null });
  const walkOrMove = (by: 1 | -1) => {
    const step = by === 1 ? walk.next : walk.previous;
    if (address.call) step?.();
    else table.current?.focusRow(walk.move(by));
  };
  useShortcuts({
    j: () => walkOrMove(1),
    k: () => walkOrMove(-1),
    ']': () => walk.next?.(),
    '[': () => walk.previous?.(),
  });

  const problem = result.error ? problemOf(result.error) : found.problem;
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <p aria-live="polite" className="sr-only">
        {page && !result.isFetching && plural(page.count, 'call matches', 'calls match')}
      </p>
      {page && <InvalidRecords invalid={page.meta.invalid} />}
      {page && problem && (
        <OutdatedNotice
          problem={problem}
          asOf={formatInstantLong(page.meta.as_of, zone) ?? page.meta.as_of}
        />
      )}
      {found.changed && <NewCallsNotice more={found.more} onShow={showNew} />}
      {content()}
      {address.call && (
        <Suspense>
          <CallDrawer
            id={address.call}
            tab={address.tab}
            onTab={(tab) => choose({ tab })}
            row={page?.calls.find(({ id }) => id === address.call)}
            onPrevious={walk.previous}
            onNext={walk.next}
            position={placeOf(walk.position, page?.count)}
            onClose={close}
            hrefOf={(id) => addressQuery({ ...address, call: id, tab: null })}
            onOpenCall={walk.open}
            finalFocus={() =>
              document.querySelector<HTMLElement>(`tr[data-call="${address.call}"] a`)
            }
          />
        </Suspense>
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
          <CallTable
            page={page}
            address={address}
            active={walk.active}
            outdated={result.isPlaceholderData}
            handle={table}
            onOpen={walk.open}
            onColumns={setColumns}
            onSort={() => filter({ sort: address.sort === 'asc' ? null : 'asc' })}
          />
        )}
        <PageBar {...page} shown={page.calls.length + page.meta.invalid.length} />
      </>
    );
  }

  function nothing({ meta }: CallsResponse) {
    const filtered = FILTER_KEYS.some((key) => query[key] !== undefined);
    return filtered ? <NothingMatches key={meta.as_of} query={query} /> : <EmptyAccount />;
  }

  /** New calls are at the top of the first page, so that is where "Show" leads. */
  function showNew() {
    if (address.offset === 0) return found.show();
    void client.invalidateQueries({ queryKey: ['calls', 'list'], refetchType: 'none' });
    choose({ offset: null });
  }
}

function placeOf(position: number | null, count: number | undefined): string | null {
  if (count === undefined) return null;
  if (position === null) return 'Not on this page of the list';
  return `${formatCount(position)} of ${formatCount(count)}`;
}

/** A page beyond the end leads back to the last one. */
function useLastPage(page: CallsResponse | undefined, goTo: (offset: number) => void) {
  const beyond = page !== undefined && page.count > 0 && page.offset >= page.count;
  const last = page ? Math.floor((page.count - 1) / page.limit) * page.limit : 0;
  useEffect(() => {
    if (beyond) goTo(last);
  });
}
