import { useMemo } from 'react';
import type { Player } from '@/components/calls/drawer/player/player-context';
import { type Bars, barsOf } from '@/lib/call/recording/bars';
import { agentChannel } from '@/lib/call/recording/peaks';
import { HEIGHT, WIDTH } from './size';

const COUNT = 200;
const STEP = WIDTH / COUNT;
const BAR = STEP * 0.6;
/** Room for the marks below. */
const MIDDLE = (HEIGHT - 4) / 2;

type PeaksProps = { player: Player; length: number | null };

/** How loud it is: one channel around the middle, or of two the first above and the second below it. */
export function Peaks({ player: { recording, turns }, length }: PeaksProps) {
  const sessions = recording.at === 'there' ? recording.sessions : null;
  const bars = useMemo(() => barsOf(sessions ?? [], length ?? 0, COUNT), [sessions, length]);
  const agent = useMemo(() => {
    const known = (sessions ?? []).map((session) => agentChannel(session, turns ?? []));
    return known.find((channel) => channel !== null) ?? null;
  }, [sessions, turns]);
  const [first, second] = bars;
  return (
    <>
      <path d={`M0 ${MIDDLE - 0.5}h${WIDTH}v1h${-WIDTH}z`} className="fill-line-strong" />
      {first && <path d={shape(first, second ? 'above' : 'both')} className={colorOf(0, agent)} />}
      {second && <path d={shape(second, 'below')} className={colorOf(1, agent)} />}
    </>
  );
}

/** As on the talk bar. Whose channel is whose may not be known: then they are told apart by their place alone. */
function colorOf(channel: number, agent: number | null): string {
  return channel === agent ? 'fill-accent' : 'fill-muted';
}

function shape(bars: Bars, side: 'above' | 'below' | 'both'): string {
  return bars
    .map((bar, place) => {
      const height = bar * MIDDLE;
      if (height < 0.3) return '';
      const top = side === 'below' ? MIDDLE : MIDDLE - height;
      const whole = side === 'both' ? height * 2 : height;
      return `M${(place * STEP).toFixed(1)} ${top.toFixed(1)}h${BAR}v${whole.toFixed(1)}h-${BAR}z`;
    })
    .join('');
}
