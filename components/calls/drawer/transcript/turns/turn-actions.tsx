import { Link2, NotebookPen, Play } from 'lucide-react';
import { CopyButton } from '@/components/calls/drawer/overview/copy-button';
import { IconButton } from '@/components/ui/button';
import type { Turn } from '@/lib/call/transcript/turns';

/** What can be done with a turn. */
export type TurnCommands = {
  hrefOf: (turn: Turn) => string;
  textOf: (turn: Turn) => string;
  /** Makes it the one that the address names. */
  select: (turn: Turn) => void;
  /** Begins a note with it; null for who may write none. */
  note: ((turn: Turn) => void) | null;
  /** Plays from where it begins, where that is known; null where there is nothing to hear. */
  play: ((turn: Turn) => void) | null;
};

/** Seen when the pointer or the keyboard is at the turn, and always where there is no pointer that hovers. */
export function TurnActions({ turn, commands }: { turn: Turn; commands: TurnCommands }) {
  return (
    <span className="ml-auto flex shrink-0 group-focus-within/turn:opacity-100 group-hover/turn:opacity-100 pointer-fine:opacity-0">
      {commands.play && turn.start !== null && (
        <IconButton label="Play from here" size="small" onClick={() => commands.play?.(turn)}>
          <Play aria-hidden className="size-3.5" />
        </IconButton>
      )}
      {commands.note && (
        <IconButton label="Note on this turn" size="small" onClick={() => commands.note?.(turn)}>
          <NotebookPen aria-hidden className="size-3.5" />
        </IconButton>
      )}
      <CopyButton
        label="Copy link to this turn"
        icon={Link2}
        text={() => new URL(commands.hrefOf(turn), location.href).href}
      />
      <CopyButton label="Copy turn" text={() => commands.textOf(turn)} />
    </span>
  );
}
