import { Badge } from '@/components/ui/badge';
import type { Turn } from '@/lib/call/transcript/turns';

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
