import {
  Bot,
  CircleHelp,
  FileWarning,
  type LucideIcon,
  ScrollText,
  UserRound,
  Wrench,
} from 'lucide-react';
import type { Speaker, Turn } from '@/lib/call/transcript/turns';

/** Each speaker has a shape and a name of its own; colour only repeats them. */
export const SPEAKER_ICONS: Record<Speaker, LucideIcon> = {
  agent: Bot,
  caller: UserRound,
  system: ScrollText,
  tool: Wrench,
  unreadable: FileWarning,
  other: CircleHelp,
};

/** What the person at the other end is called. */
export function otherSide(type: string): string {
  return type === 'Outbound' ? 'Called party' : 'Caller';
}

/** Who a turn is of, for calls of a type. */
export function nameTurns(type: string): (turn: Turn) => string {
  const names: Record<Speaker, string | null> = {
    agent: 'Agent',
    caller: otherSide(type),
    system: 'System prompt',
    tool: 'Tool result without a call',
    unreadable: 'Unreadable message',
    other: null,
  };
  return ({ speaker, role, name }) => {
    const title = names[speaker] ?? (role.trim() || 'No role');
    return name ? `${title} (${name})` : title;
  };
}
