'use client';

import type { KeyboardEvent, MouseEvent } from 'react';
import { type Lane, type TalkTime, turnAt } from '@/lib/call/transcript/talk-time';
import type { Turn } from '@/lib/call/transcript/turns';
import { shortened } from '@/lib/call/values/shorten';
import { formatDuration } from '@/lib/format/number';
import { Playhead } from './following/playhead';

/** The drawing's own units: it is stretched to the width that there is. */
const WIDTH = 1000;
const LANE_HEIGHT = 20;
const BAR = { top: 5, height: 10 };

type TalkBarProps = {
  time: TalkTime;
  turns: readonly Turn[];
  /** Index of the turn that is heard, or else that the address names; -1 for none. */
  selected: number;
  nameOf: (turn: Turn) => string;
  sides: Record<Lane['speaker'], string>;
  /** Pressed at a second of the call: the turn that is nearest there. */
  onPress: (index: number, second: number) => void;
  /** Come to by key. */
  onStep: (index: number) => void;
};

/** Who spoke when along the call, a lane for each; a click or the arrow keys lead to what was said there. */
export function TalkBar({ time, turns, selected, nameOf, sides, onPress, onStep }: TalkBarProps) {
  const turn = turns[selected];
  const { lanes, length } = time;
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
      <dl className="text-xs">
        {lanes.map(({ speaker, seconds }) => (
          <div key={speaker} className="flex h-5 items-center justify-between gap-3">
            <dt className="text-muted">{sides[speaker]}</dt>
            <dd>
              {formatDuration(seconds)}
              <span className="ml-1.5 inline-block w-8 text-right text-faint">
                {Math.round((seconds / length) * 100)}%
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <div
        role="slider"
        tabIndex={0}
        aria-label="Talk along the call"
        aria-valuemin={0}
        aria-valuemax={Math.ceil(length)}
        aria-valuenow={Math.min(Math.ceil(length), Math.max(0, Math.round(turn?.start ?? 0)))}
        aria-valuetext={turn ? positionOf(turn, nameOf) : 'No turn chosen'}
        onClick={selectAt}
        onKeyDown={selectByKey}
        className="cursor-pointer rounded"
      >
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${WIDTH} ${lanes.length * LANE_HEIGHT}`}
          preserveAspectRatio="none"
          className="block h-10 w-full"
        >
          {lanes.map((lane, place) => (
            <g key={lane.speaker}>
              <path d={baseline(place)} className="fill-line" />
              <path
                d={bars(lane, place, length)}
                className={lane.speaker === 'agent' ? 'fill-accent' : 'fill-muted'}
              />
            </g>
          ))}
          <Playhead
            turnStart={turn?.start ?? null}
            length={length}
            width={WIDTH}
            height={lanes.length * LANE_HEIGHT}
          />
        </svg>
      </div>
    </div>
  );

  function selectAt({ currentTarget, clientX, clientY }: MouseEvent) {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    const lane = lanes[Math.floor(((clientY - top) / height) * lanes.length)];
    const second = ((clientX - left) / width) * length;
    const index = turnAt(turns, second, lane?.speaker);
    if (index >= 0) onPress(index, second);
  }

  function selectByKey(event: KeyboardEvent) {
    const last = turns.length - 1;
    const target = {
      ArrowRight: selected + 1,
      ArrowUp: selected + 1,
      ArrowLeft: selected - 1,
      ArrowDown: selected - 1,
      PageUp: selected + 10,
      PageDown: selected - 10,
      Home: 0,
      End: last,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    if (last >= 0) onStep(Math.max(0, Math.min(last, target)));
  }
}

function positionOf(turn: Turn, nameOf: (turn: Turn) => string): string {
  const time = turn.start === null ? '' : `${formatDuration(turn.start)}, `;
  return `${time}${nameOf(turn)}: ${shortened(turn.words.text, 100)}`;
}

function baseline(place: number): string {
  return `M0 ${place * LANE_HEIGHT + LANE_HEIGHT / 2}h${WIDTH}v1h${-WIDTH}z`;
}

/** All of a lane's spans as one shape: a call can have thousands. */
function bars({ spans }: Lane, place: number, length: number): string {
  const y = place * LANE_HEIGHT + BAR.top;
  return spans
    .map(({ start, end }) => {
      const x = ((start / length) * WIDTH).toFixed(2);
      const width = Math.max(1, ((end - start) / length) * WIDTH).toFixed(2);
      return `M${x} ${y}h${width}v${BAR.height}h-${width}z`;
    })
    .join('');
}
