import { useMemo } from 'react';
import type { Player } from '@/components/calls/drawer/player/player-context';
import { isHeard } from '@/lib/call/recording/following';
import { momentsIn } from '@/lib/call/recording/moments';
import { HEIGHT, WIDTH } from './size';

type MarksProps = { player: Player; length: number | null };

/** Where turns begin, below, and what notes point to, from top to bottom. */
export function Marks({ player: { turns, notes }, length }: MarksProps) {
  const begins = useMemo(
    () =>
      (turns ?? []).flatMap((turn) => (isHeard(turn) && turn.start !== null ? [turn.start] : [])),
    [turns],
  );
  const noted = useMemo(
    () =>
      notes
        .flatMap(({ content }) => momentsIn(content ?? ''))
        .flatMap(({ second }) => (second === null ? [] : [second])),
    [notes],
  );
  if (!length) return null;
  return (
    <>
      <path d={ticks(begins, length, HEIGHT - 3, 2)} className="fill-faint" />
      <path d={ticks(noted, length, 0, 4)} className="fill-warn" />
    </>
  );
}

function ticks(seconds: readonly number[], length: number, top: number, width: number): string {
  return seconds
    .filter((second) => second <= length)
    .map((second) => {
      const x = Math.min((second / length) * WIDTH, WIDTH - width);
      return `M${x.toFixed(1)} ${top}h${width}V${HEIGHT}h-${width}z`;
    })
    .join('');
}
