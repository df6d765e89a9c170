'use client';

import Link from 'next/link';
import { useFacets } from '@/components/filters/facets/use-facets';
import { RangeFields } from '@/components/filters/range/range-fields';
import { TEXT_LINK } from '@/components/reading/text-link';
import { MEASURE_DEFINITIONS } from '@/lib/call/conversation/definitions';
import { ASKED_MEASURES } from '@/lib/call/conversation/keys';
import { formatCount, plural } from '@/lib/format/number';

/** A range for each measure. */
export default function ConversationRanges() {
  const facets = useFacets(true);
  const measured = facets.answer?.meta.measured;
  return (
    <div className="flex flex-col gap-4 pt-1">
      {ASKED_MEASURES.map((key) => {
        const { term } = MEASURE_DEFINITIONS[key];
        return (
          <fieldset key={key} className="min-w-0">
            <legend className="mb-1 px-1 text-xs text-muted">{term}</legend>
            <RangeFields range={key} facets={facets} />
          </fieldset>
        );
      })}
      {measured && (
        <p className="px-1 text-2xs text-muted">
          Measured in {formatCount(measured.measured)} of {plural(measured.calls, 'call')}: those
          whose transcript was read and on which somebody spoke. The others never match.
        </p>
      )}
      <p className="px-1 text-xs">
        <Link href="/help#conversations" prefetch={false} className={TEXT_LINK}>
          What these measures mean
        </Link>
      </p>
    </div>
  );
}
