'use client';

import type { KeyboardEvent } from 'react';
import { type Player, usePlaybackOf } from '@/components/calls/drawer/player/player-context';
import { formatMoment } from '@/lib/format/number';
import { Marks } from './marks';
import { Peaks } from './peaks';
import { HEIGHT, WIDTH } from './size';

/** The whole call at a glance, and the slider along it. */
export function Waveform({ player }: { player: Player }) {
  const length = usePlaybackOf(player.playback, ({ line }) => line?.length ?? null);
  return (
    <div className="relative h-9 rounded has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent">
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-full w-full"
      >
        <Peaks player={player} length={length} />
        <Progress player={player} length={length} />
        <Marks player={player} length={length} />
      </svg>
      <Position player={player} length={length} />
    </div>
  );
}

type PartProps = { player: Player; length: number | null };

/** What is still to come is paler than what was heard. */
function Progress({ player: { playback }, length }: PartProps) {
  const second = usePlaybackOf(playback, (state) => state.second);
  const x = length ? Math.min(WIDTH, (second / length) * WIDTH) : 0;
  return (
    <>
      <rect x={x} width={WIDTH - x} height={HEIGHT} className="fill-canvas opacity-55" />
      <rect x={Math.min(x, WIDTH - 3)} width={3} height={HEIGHT} className="fill-text" />
    </>
  );
}

/** Lies over the drawing, unseen: pointer, keyboard and screen reader have a slider of the browser's own. */
function Position({ player: { playback }, length }: PartProps) {
  const second = usePlaybackOf(playback, (state) => Math.floor(state.second));
  const max = Math.ceil(length ?? second);
  return (
    <input
      type="range"
      aria-label="Position"
      aria-valuenow={second}
      aria-valuetext={`${formatMoment(second)}${length === null ? '' : ` of ${formatMoment(max)}`}`}
      min={0}
      max={max}
      step={1}
      value={Math.min(second, max)}
      onChange={({ target }) => playback.seek(Number(target.value))}
      onKeyDown={toggle}
      className="absolute inset-0 m-0 h-full w-full cursor-pointer opacity-0"
    />
  );

  function toggle(event: KeyboardEvent) {
    if (event.key !== ' ') return;
    event.preventDefault();
    if (!event.repeat) playback.toggle();
  }
}
