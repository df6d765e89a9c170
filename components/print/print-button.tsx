'use client';

import { Printer } from 'lucide-react';
import { IconButton } from '@/components/ui/button';

/** What Ctrl+P does, where it is found. */
export function PrintButton({ className }: { className?: string }) {
  return (
    <IconButton label="Print" onClick={() => window.print()} className={className}>
      <Printer aria-hidden className="size-4" />
    </IconButton>
  );
}
