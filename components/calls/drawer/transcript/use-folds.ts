'use client';

import { useState } from 'react';
import type { Turn } from '@/lib/call/transcript/turns';
import type { TranscriptSearch } from './search/use-search';
import type { TurnView } from './turns/turn-view';

/**
 * What is unfolded, kept above the turns because those out of sight are not drawn. What the search comes to unfolds
 * by itself until somebody folds it.
 */
export function useFolds({ byTurn, current }: TranscriptSearch) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [visited, setVisited] = useState(current);
  if (visited !== current) {
    setVisited(current);
    // Folding holds for one visit of the search.
    setChosen(new Map([...chosen].filter(([, open]) => open)));
  }
  return {
    viewOf(turn: Turn, index: number): TurnView {
      const hits = byTurn.get(index) ?? [];
      return {
        marksOf: (part) => ({
          hits: hits.filter(({ key }) => key === part),
          current: current?.turn === index && current.key === part ? current : undefined,
        }),
        isOpen: (fold, sought) => chosen.get(`${turn.id} ${fold}`) ?? sought,
        setOpen: (fold, open) => setChosen(new Map(chosen).set(`${turn.id} ${fold}`, open)),
      };
    },
  };
}
