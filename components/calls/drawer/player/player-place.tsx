'use client';

import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Lazily, lazily } from '@/components/ui/lazily';
import type { CallRow } from '@/lib/call/call';
import { NO_RECORDING_WORDS } from '@/lib/call/recording/no-recording';
import { reasonUnasked } from '@/lib/call/recording/unasked';
import { usePlayer } from './player-context';

const Player = lazily(() => import('./player'));

/** The place of the player, or of the sentence that says why there is none. Its code comes after the drawer's. */
export function PlayerPlace({ call }: { call: CallRow | undefined }) {
  const recording = usePlayer()?.recording;
  switch (recording?.at) {
    case 'forbidden':
      return (
        <Sentence>Calls are heard by reviewers and managers: a voice cannot be masked.</Sentence>
      );
    case 'missing':
      return (
        <Sentence onRetry={recording.reason === 'not_ready' ? recording.retry : undefined}>
          {NO_RECORDING_WORDS[recording.reason]}
        </Sentence>
      );
    case 'failed':
      return (
        <Sentence onRetry={recording.retry}>
          Whether this call can be heard is not known: {recording.problem.title}.
        </Sentence>
      );
    case 'there':
      return (
        <Frame>
          <Lazily meanwhile={<Room />}>
            <Player />
          </Lazily>
        </Frame>
      );
    case 'waiting':
      return (
        <Frame busy>
          {call && reasonUnasked(call) !== null ? <div className="h-8" /> : <Room />}
        </Frame>
      );
    default:
      return null;
  }
}

type FrameProps = { busy?: boolean; children: ReactNode };

function Frame({ busy, children }: FrameProps) {
  return (
    <section
      aria-label="Recording"
      aria-busy={busy}
      className="shrink-0 border-t border-line px-4 max-md:order-last md:border-b md:border-t-0"
    >
      {children}
    </section>
  );
}

/** As high as the player. */
function Room() {
  return <div aria-hidden className="h-21" />;
}

function Sentence({ children, onRetry }: { children: ReactNode; onRetry?: () => void }) {
  return (
    <Frame>
      <p className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1 py-1 text-xs text-muted">
        {children}
        {onRetry && (
          <Button size="small" onClick={onRetry}>
            Look again
          </Button>
        )}
      </p>
    </Frame>
  );
}
