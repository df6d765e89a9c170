'use client';

import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { facetsQueryOptions } from '@/lib/api/facets';
import { problemOf } from '@/lib/api/get-json';
import type { Coverage } from '@/lib/call/answers/index-responses';
import { EXPORT_FORMATS, type ExportFormat, type ExportQuery } from '@/lib/call/query/export-query';
import { formatCount } from '@/lib/format/number';
import { ProblemView } from '../problem-view';
import { ExportSummary } from './export-summary';
import { FORMAT_WORDS } from './formats';

type ExportChoicesProps = {
  query: ExportQuery;
  format: ExportFormat;
  onFormat: (format: ExportFormat) => void;
  bom: boolean;
  onBom: (bom: boolean) => void;
  onStart: () => void;
};

/** What will be in the file, and in which format. */
export function ExportChoices(props: ExportChoicesProps) {
  const { query, format, onFormat, onStart } = props;
  const { data, error, refetch } = useQuery({
    ...facetsQueryOptions(query),
    placeholderData: undefined,
  });
  if (error && !data)
    return <ProblemView compact problem={problemOf(error)} onRetry={() => void refetch()} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onStart();
      }}
    >
      {data && <CoverageNotice coverage={data.meta.coverage} />}
      <ExportSummary query={query} format={format} count={data?.count} />
      <fieldset className="border-t border-line px-4 py-3">
        <legend className="sr-only">Format</legend>
        {EXPORT_FORMATS.map((each) => (
          <FormatChoice
            key={each}
            format={each}
            checked={each === format}
            onChoose={() => onFormat(each)}
          />
        ))}
        <ByteOrderMark {...props} />
      </fieldset>
      <div className="flex justify-end border-t border-line px-4 py-3">
        <Button type="submit" kind="accent" disabled={!data || data.count === 0}>
          Start export
        </Button>
      </div>
    </form>
  );
}

/** Figures of an index that is still being filled are true and not the whole truth. */
function CoverageNotice({ coverage }: { coverage: Coverage }) {
  if (coverage.complete) return null;
  const { indexed, upstream_count: all } = coverage;
  return (
    <Notice tone="warn">
      Callscope is still reading your calls: {formatCount(indexed)}
      {all !== null && ` of ${formatCount(all)}`} so far. Older calls may be missing from the file.
    </Notice>
  );
}

type FormatChoiceProps = { format: ExportFormat; checked: boolean; onChoose: () => void };

function FormatChoice({ format, checked, onChoose }: FormatChoiceProps) {
  const { label, purpose } = FORMAT_WORDS[format];
  const purposeId = `export-${format}`;
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-2.5 rounded-md px-2 py-1 hover:bg-hover">
      <input
        type="radio"
        name="format"
        aria-label={label}
        aria-describedby={purposeId}
        checked={checked}
        // biome-ignore lint/a11y/noAutofocus: inside a dialog, where the focus has to be somewhere.
        autoFocus={checked}
        onChange={onChoose}
        className="mt-1 size-3.5"
      />
      <span>
        <span className="block text-sm font-medium">{label}</span>
        <span id={purposeId} className="block text-sm text-muted">
          {purpose}
        </span>
      </span>
    </label>
  );
}

function ByteOrderMark({ format, bom, onBom }: ExportChoicesProps) {
  if (format === 'jsonl') return null;
  return (
    <label className="mt-2 flex min-h-8 items-center gap-2.5 border-t border-line px-2 pt-2 text-sm">
      <input
        type="checkbox"
        checked={bom}
        onChange={(event) => onBom(event.target.checked)}
        className="size-3.5"
      />
      For Excel (byte order mark)
    </label>
  );
}
