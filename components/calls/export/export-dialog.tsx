'use client';

import { X } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { useCallsQuery } from '@/components/calls/list/use-calls';
import { useTime } from '@/components/shell/context/time-context';
import { IconButton } from '@/components/ui/button';
import Sheet from '@/components/ui/sheet';
import type { CsvDialect, ExportFormat, ExportQuery } from '@/lib/call/query/export-query';
import { DownloadProgress } from './download-progress';
import { ExportChoices } from './export-choices';
import { useDownload } from './use-download';

type ExportDialogProps = { onClose: () => void; finalFocus: RefObject<HTMLElement | null> };

/** Says what would be exported and how, then exports it. The view is that of the moment it was opened. */
export default function ExportDialog({ onClose, finalFocus }: ExportDialogProps) {
  const { limit: _limit, offset: _offset, ...shown } = useCallsQuery();
  const { zone } = useTime();
  const [query] = useState<ExportQuery>({ ...shown, timezone: zone });
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [dialect, setDialect] = useState<CsvDialect>('spreadsheet');
  const [bom, setBom] = useState(false);
  const download = useDownload();
  const marked = bom && dialect === 'spreadsheet';
  const start = () =>
    download.start({
      ...query,
      format,
      ...(format !== 'jsonl' && { dialect, ...(marked && { bom }) }),
    });
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
          onStart={start}
        />
      ) : (
        <DownloadProgress
          state={download.state}
          format={format}
          onCancel={download.reset}
          onRetry={start}
          onClose={onClose}
        />
      )}
    </Sheet>
  );
}
