'use client';

import { Missing, TagsCell } from '@/components/calls/list/table/cells';
import { useFieldWords } from '@/components/filters/extracted/use-field-words';
import { useTime } from '@/components/shell/context/time-context';
import type { CallRow } from '@/lib/call/call';
import { shownValues } from './shown-values';

type ExtractedCellProps = { of: string; extraction: CallRow['extraction'] };

/** What was found out under a key, by what it is. Load it lazily. */
export default function ExtractedCell({ of, extraction }: ExtractedCellProps) {
  const { field, label } = useFieldWords(true);
  const { zone, now } = useTime();
  const isNumber = field(of)?.type === 'number';
  const { values, listed } = shownValues(extraction, of, { isNumber, zone, now });
  const [first] = values;
  if (!first) return <Missing>no value</Missing>;
  return (
    <>
      <span aria-hidden className="text-faint md:hidden print:hidden">
        {label(of)}{' '}
      </span>
      {listed ? (
        <TagsCell tags={values.map(({ text }) => text)} />
      ) : (
        <bdi data-numeric={first.numeric || undefined} title={first.title} className="tabular-nums">
          {first.text}
        </bdi>
      )}
    </>
  );
}
