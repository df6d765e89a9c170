'use client';

import { Button } from '@/components/ui/button';
import { extractedWords } from '@/lib/format/extracted';
import { type ExtractedFacets, MOST_COUNTED } from './use-extracted-facets';

type ExtractedStatusProps = {
  facets: ExtractedFacets;
  /** How many keys are shown. */
  keys: number;
};

/** What there is to say about the counts: that they are missing and why, not of all groups, or not of all calls yet. */
export function ExtractedStatus({ facets, keys }: ExtractedStatusProps) {
  const { answer, counts, problem, retry } = facets;
  if (problem)
    return (
      <div role="status" className="px-4 pb-3 text-xs text-muted">
        <p className="wrap-anywhere">
          {counts === 'missing'
            ? 'Extracted values could not be counted: '
            : 'Extracted values could not be counted again, and counts may be old: '}
          {problem.title}. {problem.detail}
        </p>
        <Button size="small" className="mt-1.5" onClick={retry}>
          Try again
        </Button>
      </div>
    );
  const words = [
    keys > MOST_COUNTED ? `Only the first ${MOST_COUNTED} of these are counted.` : '',
    answer ? extractedWords(answer.meta) : '',
  ];
  return (
    <p role="status" className="px-4 pb-3 text-xs text-muted empty:hidden">
      {words.filter((each) => each !== '').join(' ')}
    </p>
  );
}
