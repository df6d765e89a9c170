import { Download, Volume1, Volume2, VolumeX } from 'lucide-react';
import type { Player } from '@/components/calls/drawer/player/player-context';
import { changeSettings, usePlayerSettings } from '@/components/calls/drawer/player/settings';
import { TEXT_LINK } from '@/components/reading/text-link';
import { useMay } from '@/components/shell/context/use-may';
import { PopoverButton } from '@/components/ui/popover-button';
import { soundPath } from '@/lib/api/recordings';

/** What is set seldom: how loud, whether calls are heard when they are opened, and the sound as a file. */
export function SoundSettings({ player }: { player: Player }) {
  const { volume } = usePlayerSettings();
  const Icon = volume === 0 ? VolumeX : volume < 0.5 ? Volume1 : Volume2;
  return (
    <PopoverButton
      label="Sound settings"
      aria-label="Sound settings"
      title="Volume and more"
      align="end"
      className="inline-flex size-6 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text"
      popover={() => <Settings player={player} />}
    >
      <Icon aria-hidden className="size-3.5" />
    </PopoverButton>
  );
}

function Settings({ player: { callId, recording } }: { player: Player }) {
  const { volume, playWhenOpened } = usePlayerSettings();
  const mayDownload = useMay('download_recordings');
  const sessions = recording.at === 'there' ? recording.sessions : [];
  return (
    <div className="flex w-64 flex-col gap-3 p-3 text-sm">
      <label className="flex items-center gap-3">
        Volume
        <input
          type="range"
          min={0}
          max={100}
          step={5}
          value={Math.round(volume * 100)}
          aria-valuetext={`${Math.round(volume * 100)} percent`}
          onChange={({ target }) => changeSettings({ volume: Number(target.value) / 100 })}
          className="h-6 min-w-0 flex-1 accent-accent"
        />
      </label>
      <label className="flex items-start gap-2">
        <input
          type="checkbox"
          className="mt-1"
          checked={playWhenOpened}
          onChange={({ target }) => changeSettings({ playWhenOpened: target.checked })}
        />
        <span>
          Play when opened
          <span className="block text-xs text-muted">
            The next call is heard as soon as you go to it. Kept in this browser.
          </span>
        </span>
      </label>
      {mayDownload && (
        <ul className="flex flex-col gap-1 border-t border-line pt-2">
          {sessions.map(({ session }, place) => (
            <li key={session ?? place}>
              <a
                href={soundPath(callId, session, true)}
                download
                className={`${TEXT_LINK} inline-flex min-h-6 items-center gap-1.5`}
              >
                <Download aria-hidden className="size-3.5" />
                Download
                {sessions.length > 1 && ` part ${place + 1} of ${sessions.length}`}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
