'use client';

import { Scale, Users } from 'lucide-react';
import { useRef, useState } from 'react';
import { useMay } from '@/components/shell/context/use-may';
import { Button } from '@/components/ui/button';
import { Lazily, lazily } from '@/components/ui/lazily';

const loadSample = () => import('./sample-dialog');
const loadAgreement = () => import('./agreement-dialog');
const SampleDialog = lazily(loadSample);
const AgreementDialog = lazily(loadAgreement);

/** What is done by several people: sharing calls out, and seeing how far they agree. Nothing for who does not review. */
export function TeamButtons() {
  const mayReview = useMay('review');
  const [open, setOpen] = useState<'sample' | 'agreement' | null>(null);
  const sample = useRef<HTMLButtonElement>(null);
  const agreement = useRef<HTMLButtonElement>(null);
  if (!mayReview) return null;
  const close = () => setOpen(null);
  return (
    <span className="flex shrink-0">
      <Button
        ref={sample}
        kind="ghost"
        size="small"
        title="Share a sample"
        aria-haspopup="dialog"
        onPointerEnter={loadSample}
        onFocus={loadSample}
        onClick={() => setOpen('sample')}
      >
        <Users aria-hidden className="size-3.5" />
        <span className="@max-3xl:sr-only">Share a sample</span>
      </Button>
      <Button
        ref={agreement}
        kind="ghost"
        size="small"
        title="Agreement"
        aria-haspopup="dialog"
        onPointerEnter={loadAgreement}
        onFocus={loadAgreement}
        onClick={() => setOpen('agreement')}
      >
        <Scale aria-hidden className="size-3.5" />
        <span className="@max-3xl:sr-only">Agreement</span>
      </Button>
      {open === 'sample' && (
        <Lazily>
          <SampleDialog onClose={close} finalFocus={sample} />
        </Lazily>
      )}
      {open === 'agreement' && (
        <Lazily>
          <AgreementDialog onClose={close} finalFocus={agreement} />
        </Lazily>
      )}
    </span>
  );
}
