'use client';

import { useState } from 'react';

/**
 * Index of the turn that is marked, of the one that the address names and the one that is heard, each -1 for none:
 * whichever was come to last, so that who steps through the turns can also come to those that have no voice.
 */
export function useMarkedTurn(selected: number, heard: number): number {
  const [last, setLast] = useState({ selected, heard, marked: heard >= 0 ? heard : selected });
  if (last.selected === selected && last.heard === heard) return last.marked;
  const isChosen = last.selected !== selected && selected >= 0;
  const marked = isChosen || heard < 0 ? selected : heard;
  setLast({ selected, heard, marked });
  return marked;
}
