'use client';

import { Button } from '@/components/ui/button';
import { isSampled } from '@/lib/call/query/filters';
import { formatCount, plural } from '@/lib/format/number';
import { useAddress } from '@/lib/url/use-address';
import type { Facets } from './use-facets';

/** What there is to say about the counts: of what they are, that they are missing and why, or still growing. */
export function FacetsStatus(facets: Facets) {
  return (
    <>
      {isSampled(useAddress().address) && (
        <p className="border-t border-line px-4 py-2 text-xs text-muted">
          Counts are of the calls in the sample. It is drawn last: with another filter, other calls
          are in it.
        </p>
      )}
      <CountsStatus {...facets} />
    </>
  );
}

function CountsStatus({ answer, counts, problem, retry }: Facets) {
  if (problem)
    return (
      <div role="status" className="border-t border-line px-4 py-2 text-xs text-muted">
        <p className="wrap-anywhere">
          {counts === 'missing'
            ? 'Counts are not available: '
            : 'Counts could not be read again and may be old: '}
          {problem.title}. {problem.detail}
        </p>
        <Button size="small" className="mt-1.5" onClick={retry}>
          Try again
        </Button>
      </div>
    );
  const coverage = answer?.meta.coverage;
  if (!coverage) return null;
  if (coverage.complete) {
    if (coverage.unreadable === 0) return null;
    return (
      <p role="status" className="border-t border-line px-4 py-2 text-xs text-muted">
        {plural(coverage.unreadable, 'record')} could not be read and{' '}
        {coverage.unreadable === 1 ? 'is' : 'are'} not counted.
      </p>
    );
  }
  if (coverage.indexed === 0)
    return (
      <p role="status" className="border-t border-line px-4 py-2 text-xs text-muted">
        Counts come as soon as the index has read calls.
      </p>
    );
  return (
    <p role="status" className="border-t border-line px-4 py-2 text-xs text-muted">
      Counts so far: {formatCount(coverage.indexed)}
      {coverage.upstream_count !== null && ` of ${formatCount(coverage.upstream_count)}`} calls are
      in the index, the newest first.
    </p>
  );
}
