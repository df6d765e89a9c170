'use client';

import clsx from 'clsx';
import { ChevronRight, Table2 } from 'lucide-react';
import { useState } from 'react';
import { PANEL_WIDTH, useScreenFrom } from '@/components/calls/drawer/frame/use-screen-from';
import { usePage } from '@/components/shell/context/page-context';
import { Button, IconButton } from '@/components/ui/button';
import { problemOf } from '@/lib/api/get-json';
import type { TimelineResponse } from '@/lib/call/answers/index-responses';
import { isSampled } from '@/lib/call/query/filters';
import { resolveRange } from '@/lib/url/relative-range';
import { useAddress } from '@/lib/url/use-address';
import { type Selection, selectedRange } from './brush';
import { TimelineBrush } from './timeline-brush';
import { TimelineTable } from './timeline-table';
import { useTimeline } from './use-timeline';
import { selectionWords, summaryOf } from './words';

/** An index that is not whole yet must not be taken for all there is. */
function whole({ meta }: TimelineResponse, summary: string): string {
  const { complete, indexed } = meta.coverage;
  if (indexed === 0) return 'The index has not read any calls yet';
  return complete ? summary : `Indexed so far: ${summary}`;
}

/** The calls of this view over time; a stretch of it that is brushed becomes the range of the list. */
export default function Timeline() {
  const { preferences, setPreferences } = usePage();
  const { filter } = useAddress();
  const kept = useScreenFrom(PANEL_WIDTH) ? 'timeline' : 'smallTimeline';
  const unfolded = preferences[kept];
  const { query, zone, now, result } = useTimeline(unfolded);
  const [selection, setSelection] = useState<Selection | null>(null);
  const [asTable, setAsTable] = useState(false);
  const data = result.data;
  const buckets = data?.buckets ?? [];
  const summary = data ? whole(data, summaryOf(buckets, data.interval, zone, now)) : '';
  const words = selection ? selectionWords(buckets, selection, zone, now) : summary;
  return (
    <figure aria-label="Calls over time">
      <figcaption className="flex h-8 items-center gap-2 px-2 text-xs md:px-3">
        <button
          type="button"
          aria-expanded={unfolded}
          onClick={() => setPreferences({ [kept]: !unfolded })}
          className="flex h-6 shrink-0 items-center gap-1 rounded px-1 font-semibold text-muted hover:bg-hover"
        >
          <ChevronRight
            aria-hidden
            className={clsx('size-3.5 text-faint', unfolded && 'rotate-90')}
          />
          Calls over time
        </button>
        {unfolded && (
          <>
            <span className="min-w-0 flex-1 truncate text-muted" title={words}>
              <bdi>{words}</bdi>
            </span>
            {data && (
              <IconButton
                label="Show as table"
                size="small"
                aria-pressed={asTable}
                onClick={() => setAsTable(!asTable)}
                className="aria-pressed:bg-hover"
              >
                <Table2 aria-hidden className="size-3.5" />
              </IconButton>
            )}
          </>
        )}
      </figcaption>
      {unfolded && (
        <>
          <div className="h-14 px-3 pb-1 md:px-4">{content()}</div>
          {asTable && data && <TimelineTable buckets={buckets} zone={zone} now={now} />}
        </>
      )}
    </figure>
  );

  function content() {
    if (!data) {
      if (!result.error)
        return <div className="size-full rounded-sm bg-neutral-soft motion-safe:animate-pulse" />;
      const { title, detail } = problemOf(result.error);
      return (
        <div role="status" className="flex items-center gap-3 text-xs text-muted">
          <span className="line-clamp-2 min-w-0" title={detail}>
            The timeline is not available: {title}. {detail}
          </span>
          <Button size="small" onClick={() => void result.refetch()}>
            Try again
          </Button>
        </div>
      );
    }
    return (
      <div
        className={clsx(
          'h-full motion-safe:transition-opacity',
          result.isPlaceholderData && 'opacity-50',
        )}
      >
        <TimelineBrush
          buckets={buckets}
          words={words}
          selection={selection}
          onSelect={setSelection}
          // From a part of the time another sample would be drawn.
          onApply={isSampled(query) ? null : apply}
        />
      </div>
    );
  }

  function apply(chosen: Selection) {
    const range = selectedRange(buckets, chosen, resolveRange(query, zone, new Date(now)));
    setSelection(null);
    if (range) filter(range);
  }
}
