'use client';

import { startDraft } from '@/components/calls/drawer/notes/drafts';
import { useMay } from '@/components/shell/context/use-may';
import { type NameOf, turnQuote, turnText } from '@/lib/call/transcript/transcript-text';
import { formatDuration, formatMoment } from '@/lib/format/number';
import { addressQuery } from '@/lib/url/address';
import { useAddress } from '@/lib/url/use-address';
import type { TurnCommands } from './turn-actions';

/** What can be done with the turns of a call. */
export function useTurnCommands(
  callId: string,
  nameOf: NameOf,
  playFrom: ((second: number) => void) | null,
): TurnCommands {
  const { address, choose, correct } = useAddress();
  const mayWrite = useMay('review');
  return {
    hrefOf: ({ id }) => addressQuery({ ...address, tab: 'transcript', turn: id, t: null }),
    textOf: (turn) => turnText(turn, nameOf, formatDuration),
    // Going through a transcript is no chain of steps that Back should undo one by one.
    select: ({ id }) => correct({ turn: id, t: null }),
    note: mayWrite
      ? (turn) => {
          startDraft(callId, turnQuote(turn, nameOf, formatMoment));
          choose({ tab: 'notes' });
        }
      : null,
    play:
      playFrom &&
      (({ start }) => {
        if (start !== null) playFrom(start);
      }),
  };
}
