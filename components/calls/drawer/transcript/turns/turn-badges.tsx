import { Badge } from '@/components/ui/badge';
import type { Turn } from '@/lib/call/transcript/turns';
import { formatDuration } from '@/lib/format/number';

/** What is special about a turn, in a word each. */
export function TurnBadges({ turn: { isFiller, isLeftOut, interruption } }: { turn: Turn }) {
  return (
    <>
      {isFiller && (
        <span title="Said to pass the time, while a tool was at work">
          <Badge>Filler</Badge>
        </span>
      )}
      {interruption !== undefined && (
        <span title="The other side spoke before this was finished">
          <Badge tone="warn">Interrupted</Badge>
        </span>
      )}
      {isLeftOut && (
        <span title="It was said, but is marked to be left out of data sets">
          <Badge>Left out of the data set</Badge>
        </span>
      )}
    </>
  );
}

/** How long something was said: to the tenth while that matters. */
export function turnSeconds(seconds: number): string {
  if (seconds >= 60) return formatDuration(seconds);
  return `${seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds)} s`;
}
