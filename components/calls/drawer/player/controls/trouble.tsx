'use client';

import { useQuery } from '@tanstack/react-query';
import { type Player, usePlaybackOf } from '@/components/calls/drawer/player/player-context';
import ProblemAdvice from '@/components/calls/problem-advice';
import { Button } from '@/components/ui/button';
import { soundPath, soundProblemQueryOptions } from '@/lib/api/recordings';
import { formatMoment } from '@/lib/format/number';

/** What keeps the sound from being heard, and what to do. */
export function Trouble({ player }: { player: Player }) {
  const failed = usePlaybackOf(player.playback, (state) => state.failed);
  const blocked = usePlaybackOf(player.playback, (state) => state.blocked);
  return (
    <div role="status" className="text-xs empty:hidden">
      {failed && <Failure player={player} />}
      {blocked && 'The browser plays nothing by itself yet: press Play.'}
    </div>
  );
}

function Failure({ player: { callId, playback } }: { player: Player }) {
  const { line, part, second } = playback.state.get();
  const path = soundPath(callId, line?.parts[part]?.session ?? null);
  const { data: problem } = useQuery(soundProblemQueryOptions(path));
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-bad">
      <span className="min-w-0 flex-1 wrap-anywhere">
        The sound broke off at {formatMoment(second)}.{' '}
        {problem && (
          <>
            {problem.title}. {problem.detail} <ProblemAdvice code={problem.code} />
          </>
        )}
        {problem === null &&
          'It comes, but this browser cannot play it; downloaded it may be heard.'}
      </span>
      <Button size="small" onClick={playback.retry}>
        Try again
      </Button>
    </p>
  );
}
