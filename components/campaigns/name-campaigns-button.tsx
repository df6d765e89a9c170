'use client';

import { useRef, useState } from 'react';
import { useMay } from '@/components/shell/context/use-may';
import { Button } from '@/components/ui/button';
import { Lazily, lazily } from '@/components/ui/lazily';
import type { Drafts } from './naming/campaign-rows';

const loadDialog = () => import('./naming/campaigns-dialog');
const CampaignsDialog = lazily(loadDialog);

/** Opens the names of campaigns, for those who may give them. Load it lazily. */
export default function NameCampaignsButton({ className }: { className?: string }) {
  const may = useMay('name_campaigns');
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  // Here and not in the dialog: what was typed is there when it is opened again.
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  if (!may) return null;
  return (
    <>
      <Button
        ref={button}
        size="small"
        aria-haspopup="dialog"
        onPointerEnter={loadDialog}
        onFocus={loadDialog}
        onClick={() => setOpen(true)}
        className={className}
      >
        Name campaigns
      </Button>
      {open && (
        <Lazily>
          <CampaignsDialog
            drafts={drafts}
            onDrafts={setDrafts}
            onClose={() => setOpen(false)}
            finalFocus={button}
          />
        </Lazily>
      )}
    </>
  );
}
