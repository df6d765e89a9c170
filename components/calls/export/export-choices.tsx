'use client';

import { useQuery } from '@tanstack/react-query';
import { Fragment, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Lazily, lazily } from '@/components/ui/lazily';
import { Notice } from '@/components/ui/notice';
import { facetsQueryOptions } from '@/lib/api/facets';
import { problemOf } from '@/lib/api/get-json';
import type { Coverage } from '@/lib/call/answers/index-responses';
import type { ExtractedName } from '@/lib/call/query/extracted';
import {
  CSV_DIALECTS,
  type CsvDialect,
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportQuery,
} from '@/lib/call/query/routes/export-query';
import { formatCount, plural } from '@/lib/format/number';
import { ProblemView } from '../problem-view';
import { ExportSummary } from './export-summary';
import { FORMAT_WORDS, READER_WORDS } from './formats';

const KeyPicker = lazily(() => import('@/components/filters/extracted/key-picker'));

type ExportChoicesProps = {
  query: ExportQuery;
  format: ExportFormat;
  onFormat: (format: ExportFormat) => void;
  dialect: CsvDialect;
  onDialect: (dialect: CsvDialect) => void;
  bom: boolean;
  onBom: (bom: boolean) => void;
  /** Extracted values that have a column of their own. */
  extracted: readonly ExtractedName[];
  onExtracted: (names: ExtractedName[]) => void;
  onStart: () => void;
};

/** What will be in the file, and in which format. */
export function ExportChoices(props: ExportChoicesProps) {
  const { query, format, onFormat, extracted, onStart } = props;
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
      <ExportSummary query={query} format={format} count={data?.count} extracted={extracted} />
      <fieldset className="border-t border-line px-4 py-3">
        <legend className="sr-only">Format</legend>
        {EXPORT_FORMATS.map((each) => (
          <RadioChoice
            key={each}
            name="format"
            words={FORMAT_WORDS[each]}
            checked={each === format}
            first
            onChoose={() => onFormat(each)}
          />
        ))}
      </fieldset>
      {format === 'csv' && <ExtractedColumns {...props} />}
      {format !== 'jsonl' && <Reader {...props} />}
      <div className="sticky bottom-0 flex justify-end border-t border-line bg-raised px-4 py-3">
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

/** Which extracted values have a column of their own beside `extraction`, which has them all. */
function ExtractedColumns({ extracted, onExtracted }: ExportChoicesProps) {
  const [open, setOpen] = useState(false);
  return (
    <fieldset className="border-t border-line px-4 py-3">
      <legend className="sr-only">Extracted values</legend>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {extracted.length === 0
          ? 'Extracted values as columns…'
          : `${plural(extracted.length, 'extracted value')} as ${extracted.length === 1 ? 'a column' : 'columns'}…`}
      </Button>
      {open && (
        <Lazily>
          <KeyPicker
            label="Find a column"
            isChosen={(key) => extracted.includes(`x.${key}`)}
            onChoose={(key) => {
              const rest = extracted.filter((name) => name !== `x.${key}`);
              onExtracted(rest.length < extracted.length ? rest : [...rest, `x.${key}`]);
            }}
          />
        </Lazily>
      )}
    </fieldset>
  );
}

/** Who will read a CSV decides how its texts are written. */
function Reader({ dialect, onDialect, bom, onBom }: ExportChoicesProps) {
  return (
    <fieldset className="border-t border-line px-4 py-3">
      <legend className="sr-only">Who will read the file?</legend>
      <p aria-hidden className="px-2 pb-1 text-sm font-medium">
        Who will read the file?
      </p>
      {CSV_DIALECTS.map((each) => (
        <Fragment key={each}>
          <RadioChoice
            name="reader"
            words={READER_WORDS[each]}
            checked={each === dialect}
            onChoose={() => onDialect(each)}
          />
          {each === 'spreadsheet' && dialect === each && (
            <label className="ml-6 flex min-h-8 items-center gap-2.5 px-2 text-sm">
              <input
                type="checkbox"
                checked={bom}
                onChange={(event) => onBom(event.target.checked)}
                className="size-3.5"
              />
              For Excel (byte order mark)
            </label>
          )}
        </Fragment>
      ))}
    </fieldset>
  );
}

type RadioChoiceProps = {
  name: string;
  words: { label: string; purpose: string };
  checked: boolean;
  /** It has the focus when the dialog opens and it is the one that is chosen. */
  first?: boolean;
  onChoose: () => void;
};

function RadioChoice({ name, words, checked, first = false, onChoose }: RadioChoiceProps) {
  const purposeId = useId();
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-2.5 rounded-md px-2 py-1 hover:bg-hover">
      <input
        type="radio"
        name={name}
        aria-label={words.label}
        aria-describedby={purposeId}
        checked={checked}
        // biome-ignore lint/a11y/noAutofocus: inside a dialog, where the focus has to be somewhere.
        autoFocus={first && checked}
        onChange={onChoose}
        className="mt-1 size-3.5"
      />
      <span>
        <span className="block text-sm font-medium">{words.label}</span>
        <span id={purposeId} className="block text-sm text-muted">
          {words.purpose}
        </span>
      </span>
    </label>
  );
}
