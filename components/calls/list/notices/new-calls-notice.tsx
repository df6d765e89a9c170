'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { formatCount } from '@/lib/format/number';

/** The list would look different if it were read again; it waits to be asked. Load it lazily. */
export default function NewCallsNotice({ more, onShow }: { more: number; onShow: () => void }) {
  return (
    <Notice tone="info">
      <span className="flex items-center gap-3">
        {more > 0
          ? `${formatCount(more)} new ${more === 1 ? 'call' : 'calls'}`
          : 'The list has changed'}
        <Button size="small" onClick={onShow}>
          Show
        </Button>
      </span>
    </Notice>
  );
}
