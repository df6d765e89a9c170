'use client';

import { useShortcuts } from '@/components/shell/use-shortcuts';
import { RATINGS } from '@/lib/call/filters';
import { useAddress } from '@/lib/url/use-address';
import { focusNewNote } from './focus-note';
import { MessageHost } from './message-host';
import { useRate } from './use-rate';

/** What reviewers do by key, on the open call or else on the row that has the focus; and what they are told. */
export default function ReviewDesk() {
  const { address, choose } = useAddress();
  const rate = useRate();
  const subject = () => address.call ?? focusedRow();
  const rateBy = (place: number) => () => {
    const id = subject();
    const emoji = RATINGS[place];
    if (id && emoji) rate(id, emoji);
  };
  useShortcuts({
    1: rateBy(0),
    2: rateBy(1),
    3: rateBy(2),
    m: () => {
      const id = subject();
      if (!id) return;
      if (address.call !== id || address.tab !== 'notes') choose({ call: id, tab: 'notes' });
      focusNewNote();
    },
  });
  return <MessageHost />;
}

function focusedRow(): string | null {
  return document.activeElement?.closest('tr[data-call]')?.getAttribute('data-call') ?? null;
}
