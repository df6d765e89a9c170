'use client';

import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { CopyButton } from '@/components/calls/drawer/overview/copy-button';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Problem } from '@/lib/call/answers/problem';
import type { CallRow } from '@/lib/call/call';
import { measuresOf, waitsOf } from '@/lib/call/conversation/measures';
import { talkTime } from '@/lib/call/transcript/talk-time';
import type { Transcript as TranscriptAnswer } from '@/lib/call/transcript/transcript';
import type { Hit } from '@/lib/call/transcript/transcript-search';
import { transcriptText } from '@/lib/call/transcript/transcript-text';
import { turnsOf } from '@/lib/call/transcript/turns';
import { formatDuration } from '@/lib/format/number';
import { useAddress } from '@/lib/url/use-address';
import { FollowButton } from './following/follow-button';
import { FollowingWord } from './following/following-word';
import { useCue } from './following/use-cue';
import { useFollowing } from './following/use-following';
import { useMarkedTurn } from './following/use-marked-turn';
import { MeasuresLine } from './measures/measures-line';
import { NoTalkBar } from './no-talk-bar';
import { NoTranscript } from './no-transcript';
import { SearchBar } from './search/search-bar';
import { useSearch } from './search/use-search';
import { TalkBar } from './talk-bar';
import { OddFields } from './turns/odd-fields';
import { nameTurns, otherSide } from './turns/speaker';
import { TurnItem } from './turns/turn-item';
import { TurnList, type TurnListHandle } from './turns/turn-list';
import { useTurnCommands } from './turns/use-turn-commands';
import { useFolds } from './use-folds';

type Read = Pick<TranscriptAnswer, 'messages' | 'odd'>;

type TranscriptProps = {
  call: CallRow;
  /** null where HappyRobot has no transcript. */
  transcript: Read | null;
  /** Why it could not be read again. */
  problem: Problem | null;
  onRetry: () => void;
};

/** The transcript of a call, or why there is none. */
export function Transcript({ transcript, ...props }: TranscriptProps) {
  if (transcript) return <Turns transcript={transcript} {...props} />;
  return <NoTranscript call={props.call} kept={false} onRetry={props.onRetry} />;
}

type TurnsProps = TranscriptProps & { transcript: Read };

function Turns({ call, transcript: { messages, odd }, problem, onRetry }: TurnsProps) {
  const { address } = useAddress();
  const turns = useMemo(() => turnsOf(messages), [messages]);
  const nameOf = useMemo(() => nameTurns(call.type), [call.type]);
  const time = useMemo(() => talkTime(turns, call.duration), [turns, call.duration]);
  const measures = useMemo(() => measuresOf(turns), [turns]);
  const waits = useMemo(() => waitsOf(turns), [turns]);
  const list = useRef<TurnListHandle>(null);
  const following = useFollowing(turns, list);
  const { heard, seek, playFrom } = following;
  const commands = useTurnCommands(call.id, nameOf, playFrom);
  const search = useSearch(turns);
  const folds = useFolds(search);
  const selected = turns.findIndex(({ id }) => id === address.turn);
  const marked = useMarkedTurn(selected, heard);
  const silent = turns.every(({ speaker }) => speaker === 'system');

  useEffect(() => {
    if (selected >= 0) list.current?.reveal(selected, 'turn');
  }, [selected]);
  useCue(turns[selected]);
  const { current } = search;
  const showHit = useEffectEvent(({ turn }: Hit) => {
    following.leave();
    list.current?.reveal(turn, 'mark');
  });
  useEffect(() => {
    if (current) showHit(current);
  }, [current]);

  return (
    <div className="absolute inset-0 flex flex-col">
      {problem && <Outdated problem={problem} onRetry={onRetry} />}
      {address.turn !== null && selected < 0 && (
        <Notice tone="warn">The turn that the link names is not in this transcript.</Notice>
      )}
      {odd.length > 0 && <OddFields odd={odd} />}
      {silent && <NoTranscript call={call} kept onRetry={onRetry} />}
      {turns.length > 0 && (
        <>
          <div className="flex shrink-0 flex-col gap-1.5 border-b border-line px-3 py-2">
            {!time && !silent && <NoTalkBar turns={turns} />}
            <FollowingWord turns={turns} />
            {time && (
              <TalkBar
                time={time}
                turns={turns}
                selected={marked}
                nameOf={nameOf}
                sides={{ agent: 'Agent', caller: otherSide(call.type) }}
                onPress={(index, second) => {
                  if (turns[index]) commands.select(turns[index]);
                  playFrom?.(second);
                }}
                onStep={(index) => {
                  const turn = turns[index];
                  if (turn) commands.select(turn);
                  if (heard >= 0 && turn?.start != null) seek(turn.start);
                }}
              />
            )}
            {!silent && <MeasuresLine measures={measures} />}
            <div className="flex items-center gap-0.5">
              <SearchBar search={search} list={list} />
              <CopyButton
                label="Copy transcript"
                text={() => transcriptText(turns, nameOf, formatDuration)}
              />
            </div>
          </div>
          <div className="relative flex min-h-0 flex-1 flex-col">
            <TurnList
              turns={turns}
              handle={list}
              onReaderScroll={following.leave}
              draw={(turn, index, measure) => (
                <TurnItem
                  key={turn.id}
                  turn={turn}
                  index={index}
                  count={turns.length}
                  name={nameOf(turn)}
                  wait={waits.get(index)}
                  marked={index === marked}
                  view={folds.viewOf(turn, index)}
                  commands={commands}
                  measure={measure}
                />
              )}
            />
            {following.isAway && <FollowButton onFollow={following.follow} />}
          </div>
        </>
      )}
    </div>
  );
}

function Outdated({ problem, onRetry }: { problem: Problem; onRetry: () => void }) {
  return (
    <Notice tone="warn">
      <span className="flex items-start gap-3">
        <span className="min-w-0 flex-1">
          The transcript could not be read again: {problem.title}. Shown is what was known before.
        </span>
        <Button onClick={onRetry}>Try again</Button>
      </span>
    </Notice>
  );
}
