'use client';

import { Download } from 'lucide-react';
import { useRef, useState } from 'react';
import { useMay } from '@/components/shell/context/use-may';
import { IconButton } from '@/components/ui/button';
import { Lazily, lazily } from '@/components/ui/lazily';
import type { CallsQuery } from '@/lib/call/query/filters';
import type { ExportFormat } from '@/lib/call/query/routes/export-query';

const loadDialog = () => import('./export-dialog');
const ExportDialog = lazily(loadDialog);

type ExportButtonProps = {
  /** What the view shows; it is read when the dialog opens. */
  shown: CallsQuery;
  /** What it is written as unless somebody chooses otherwise. */
  usual: ExportFormat;
};

/** Opens the dialog that writes the calls of this view into a file; nothing for who may not. Load it lazily. */
export default function ExportButton({ shown, usual }: ExportButtonProps) {
  const mayExport = useMay('export');
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (!mayExport) return null;
  return (
    <>
      <IconButton
        ref={button}
        label="Export"
        aria-haspopup="dialog"
        onPointerEnter={loadDialog}
        onFocus={loadDialog}
        onClick={() => setOpen(true)}
      >
        <Download aria-hidden className="size-4" />
      </IconButton>
      {open && (
        <Lazily>
          <ExportDialog
            shown={shown}
            usual={usual}
            onClose={() => setOpen(false)}
            finalFocus={button}
          />
        </Lazily>
      )}
    </>
  );
}
