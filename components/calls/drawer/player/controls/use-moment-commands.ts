'use client';

import { startDraft } from '@/components/calls/drawer/notes/drafts';
import { focusNewNote } from '@/components/calls/drawer/notes/focus-note';
import type { Player } from '@/components/calls/drawer/player/player-context';
import { nameTurns } from '@/components/calls/drawer/transcript/turns/speaker';
import { heardTurn } from '@/lib/call/recording/following';
import { turnQuote } from '@/lib/call/transcript/transcript-text';
import { formatMoment } from '@/lib/format/number';
import { addressQuery } from '@/lib/url/address';
import { useAddress } from '@/lib/url/use-address';

/** What can be done with the moment that the sound is at. */
export function useMomentCommands({ playback, callId, callType, turns }: Player) {
  const { address, choose } = useAddress();
  const now = () => playback.state.get().second;
  return {
    link: () => {
      const query = addressQuery({ ...address, call: callId, t: now(), turn: null });
      return new URL(query, location.href).href;
    },
    /** Begins a note with the moment, and with what is said in it. */
    note: () => {
      const second = now();
      const turn = turns?.[heardTurn(turns, second)];
      const quote =
        turn && turnQuote({ ...turn, start: second }, nameTurns(callType), formatMoment);
      startDraft(callId, quote ?? `[${formatMoment(second)}] `);
      choose({ tab: 'notes' });
      focusNewNote();
    },
  };
}
