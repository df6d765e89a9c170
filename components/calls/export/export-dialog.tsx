'use client';

import { X } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { useTime } from '@/components/shell/context/time-context';
import { IconButton } from '@/components/ui/button';
import Sheet from '@/components/ui/sheet';
import { isExtractedName } from '@/lib/call/query/extracted';
import type { CallsQuery } from '@/lib/call/query/filters';
import {
  CALL_COLUMNS,
  type CsvDialect,
  type ExportFormat,
  type ExportQuery,
  isFocus,
} from '@/lib/call/query/routes/export-query';
import { resolveRange } from '@/lib/url/relative-range';
import { useAddress } from '@/lib/url/use-address';
import { DownloadProgress } from './download-progress';
import { ExportChoices } from './export-choices';
import { useDownload } from './use-download';

type ExportDialogProps = {
  /** What the view shows. */
  shown: CallsQuery;
  /** What it is written as unless somebody chooses otherwise. */
  usual: ExportFormat;
  onClose: () => void;
  finalFocus: RefObject<HTMLElement | null>;
};

/** Says what would be exported and how, then exports it. The view is that of the moment it was opened. */
export default function ExportDialog({ shown, usual, onClose, finalFocus }: ExportDialogProps) {
  const { zone } = useTime();
  const [query] = useState<ExportQuery>(() => wholeOf(shown, zone));
  const [format, setFormat] = useState<ExportFormat>(usual);
  const [dialect, setDialect] = useState<CsvDialect>('spreadsheet');
  const [bom, setBom] = useState(false);
  const { columns: shownColumns } = useAddress().address;
  const [extracted, setExtracted] = useState(() =>
    shownColumns.flatMap(({ id }) => (isExtractedName(id) ? id : [])),
  );
  const download = useDownload();
  const marked = bom && dialect === 'spreadsheet';
  const asked: ExportQuery = {
    ...query,
    format,
    ...(format !== 'jsonl' && { dialect, ...(marked && { bom }) }),
    ...(format === 'csv' && extracted.length > 0 && { columns: [...CALL_COLUMNS, ...extracted] }),
  };
  const [metadata, setMetadata] = useState(false);
  const start = (beside: boolean) => {
    setMetadata(beside);
    download.start({ ...asked, ...(beside && { metadata: true }) });
  };
  return (
    <Sheet label="Export calls" side="center" onClose={onClose} finalFocus={finalFocus}>
      <div className="flex items-center justify-between border-b border-line py-2 pr-2 pl-4">
        <h2 className="font-semibold">Export calls</h2>
        <IconButton label="Close" onClick={onClose}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </div>
      {download.state.phase === 'ready' ? (
        <ExportChoices
          query={query}
          format={format}
          onFormat={setFormat}
          dialect={dialect}
          onDialect={setDialect}
          bom={bom}
          onBom={setBom}
          extracted={extracted}
          onExtracted={setExtracted}
          onStart={() => start(false)}
        />
      ) : (
        <DownloadProgress
          state={download.state}
          format={format}
          onCancel={download.reset}
          metadata={metadata}
          onRetry={() => start(metadata)}
          onClose={onClose}
          onMetadata={isFocus(format) && !metadata ? () => start(true) : undefined}
        />
      )}
    </Sheet>
  );
}

/** All that the view shows; a relative range is that of now, so that a file and its metadata are of the same calls. */
function wholeOf({ limit: _limit, offset: _offset, ...shown }: CallsQuery, timezone: string) {
  return { ...shown, ...resolveRange(shown, timezone, new Date()), timezone };
}
