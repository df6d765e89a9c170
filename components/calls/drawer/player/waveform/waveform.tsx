'use client';

import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { type Player, usePlaybackOf } from '@/components/calls/drawer/player/player-context';
import { formatMoment } from '@/lib/format/number';
import { Marks } from './marks';
import { Peaks } from './peaks';
import { HEIGHT, WIDTH } from './size';
import { heardWords, Spot } from './spot';

/** The whole call at a glance, and the slider along it. */
export function Waveform({ player }: { player: Player }) {
  const length = usePlaybackOf(player.playback, ({ line }) => line?.length ?? null);
  const [pointed, setPointed] = useState<number | null>(null);
  const [byKey, setByKey] = useState(false);
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
      <Position player={player} length={length} onPoint={setPointed} onKeys={setByKey} />
      {length !== null && (pointed !== null || byKey) && (
        <Spot player={player} length={length} pointed={pointed} />
      )}
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

type PositionProps = PartProps & {
  /** The second under the pointer; null when it has left. */
  onPoint: (second: number | null) => void;
  /** Whether the keyboard is on the slider. */
  onKeys: (byKey: boolean) => void;
};

/** Without a thumb, so that the second under the pointer is the one that a press goes to. */
const BARE =
  'appearance-none [&::-moz-range-thumb]:w-0 [&::-moz-range-thumb]:border-0 [&::-webkit-slider-thumb]:w-0 [&::-webkit-slider-thumb]:appearance-none';

/** Lies over the drawing, unseen: pointer, keyboard and screen reader have a slider of the browser's own. */
function Position({ player, length, onPoint, onKeys }: PositionProps) {
  const { playback } = player;
  const second = usePlaybackOf(playback, (state) => Math.floor(state.second));
  const playing = usePlaybackOf(playback, (state) => state.playing);
  const max = Math.ceil(length ?? second);
  // While it plays the words are heard.
  const words = playing ? null : heardWords(player, second);
  const time = `${formatMoment(second)}${length === null ? '' : ` of ${formatMoment(max)}`}`;
  return (
    <input
      type="range"
      aria-label="Position"
      aria-valuenow={second}
      aria-valuetext={words ? `${time}, ${words}` : time}
      min={0}
      max={max}
      step={1}
      value={Math.min(second, max)}
      onChange={({ target }) => playback.seek(Number(target.value))}
      onKeyDown={toggle}
      onPointerMove={point}
      onPointerLeave={() => onPoint(null)}
      onFocus={({ currentTarget }) => onKeys(currentTarget.matches(':focus-visible'))}
      onBlur={() => onKeys(false)}
      className={`absolute inset-0 m-0 h-full w-full cursor-pointer opacity-0 ${BARE}`}
    />
  );

  function point({ currentTarget, clientX }: PointerEvent<HTMLInputElement>) {
    const { left, width } = currentTarget.getBoundingClientRect();
    const along = Math.min(1, Math.max(0, (clientX - left) / width));
    onPoint(Math.round(along * max));
  }

  function toggle(event: KeyboardEvent) {
    if (event.key !== ' ') return;
    event.preventDefault();
    if (!event.repeat) playback.toggle();
  }
}
