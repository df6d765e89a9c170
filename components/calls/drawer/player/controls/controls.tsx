import { FastForward, Link2, NotebookPen, Pause, Play, RotateCcw, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/calls/drawer/overview/copy-button';
import { type Player, usePlaybackOf } from '@/components/calls/drawer/player/player-context';
import {
  changeSettings,
  SPEEDS,
  usePlayerSettings,
} from '@/components/calls/drawer/player/settings';
import { STEP } from '@/components/calls/drawer/player/use-player-keys';
import { useMay } from '@/components/shell/context/use-may';
import { IconButton } from '@/components/ui/button';
import { FIELD } from '@/components/ui/field';
import { PlayTime } from './play-time';
import { SoundSettings } from './sound-settings';
import { useMomentCommands } from './use-moment-commands';

/** Everything that moves the sound, in one line. */
export function Controls({ player }: { player: Player }) {
  const { playback } = player;
  const mayWrite = useMay('review');
  const moment = useMomentCommands(player);
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-0.5">
      <MoveButton
        label={`Back ${STEP} seconds`}
        shortcut="←"
        onClick={() => playback.seekBy(-STEP)}
      >
        <RotateCcw aria-hidden className="size-5" strokeWidth={1.5} />
      </MoveButton>
      <PlayButton player={player} />
      <MoveButton
        label={`Forward ${STEP} seconds`}
        shortcut="→"
        onClick={() => playback.seekBy(STEP)}
      >
        <RotateCw aria-hidden className="size-5" strokeWidth={1.5} />
      </MoveButton>
      <PlayTime player={player} />
      <span className="ml-auto flex items-center gap-0.5">
        <SkipButton player={player} />
        {mayWrite && (
          <IconButton label="Note at this moment" size="small" onClick={moment.note}>
            <NotebookPen aria-hidden className="size-3.5" />
          </IconButton>
        )}
        <CopyButton label="Copy link to this moment" icon={Link2} text={moment.link} />
        <SpeedField />
        <SoundSettings player={player} />
      </span>
    </div>
  );
}

function PlayButton({ player: { playback } }: { player: Player }) {
  const playing = usePlaybackOf(playback, (state) => state.playing);
  const Icon = playing ? Pause : Play;
  return (
    <IconButton
      kind="accent"
      label={playing ? 'Pause' : 'Play'}
      shortcut="Space"
      className="mx-0.5"
      onClick={playback.toggle}
    >
      <Icon aria-hidden className="size-4 fill-current" />
    </IconButton>
  );
}

type MoveButtonProps = {
  label: string;
  shortcut: string;
  onClick: () => void;
  children: ReactNode;
};

function MoveButton({ children, ...props }: MoveButtonProps) {
  return (
    <IconButton className="relative" {...props}>
      {children}
      <span aria-hidden className="absolute inset-0 grid place-items-center pt-px text-[8px]">
        {STEP}
      </span>
    </IconButton>
  );
}

/** Pressed while silences are left out; not there where the transcript cannot tell any. */
function SkipButton({ player: { turns } }: { player: Player }) {
  const { skipSilences } = usePlayerSettings();
  if (turns && !turns.some(({ start, duration }) => start !== null && duration !== null))
    return null;
  return (
    <IconButton
      label="Skip silences"
      size="small"
      aria-pressed={skipSilences}
      className="aria-pressed:bg-selected aria-pressed:text-accent"
      onClick={() => changeSettings({ skipSilences: !skipSilences })}
    >
      <FastForward aria-hidden className="size-3.5" />
    </IconButton>
  );
}

function SpeedField() {
  const { speed } = usePlayerSettings();
  return (
    <select
      aria-label="Speed"
      value={speed}
      onChange={({ target }) => changeSettings({ speed: Number(target.value) })}
      className={`${FIELD} h-6 px-0.5 text-xs`}
    >
      {SPEEDS.map((each) => (
        <option key={each} value={each}>
          {each}×
        </option>
      ))}
    </select>
  );
}
