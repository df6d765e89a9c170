import clsx from 'clsx';
import { Fragment } from 'react';
import type { Hit } from '@/lib/call/transcript/transcript-search';

export type Marks = {
  hits: readonly Hit[];
  /** The one that the search is at. */
  current: Hit | undefined;
};

/** Text with what was found in it marked, as far as `end`. */
export function MarkedText({ text, marks, end }: { text: string; marks: Marks; end?: number }) {
  const shown = end === undefined ? text : text.slice(0, end);
  const hits = marks.hits.filter((hit) => hit.end <= shown.length);
  if (hits.length === 0) return shown;
  return (
    <>
      {hits.map((hit, place) => (
        <Fragment key={hit.start}>
          {shown.slice(hits[place - 1]?.end ?? 0, hit.start)}
          <mark
            data-current={hit === marks.current || undefined}
            className={clsx(
              'scroll-my-16 rounded-xs text-text',
              hit === marks.current
                ? 'bg-warn-soft outline-2 outline-warn'
                : 'bg-warn-soft underline',
            )}
          >
            {shown.slice(hit.start, hit.end)}
          </mark>
        </Fragment>
      ))}
      {shown.slice(hits.at(-1)?.end)}
    </>
  );
}
