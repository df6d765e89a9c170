import type { LucideIcon } from 'lucide-react';
import { matching } from './match';

/** One thing the palette can do. */
export type Command = {
  id: string;
  icon: LucideIcon;
  /** The kind of thing, before the label: "Status" of "Status: Completed". */
  kind?: string;
  /** What it is called; can come from outside. */
  label: string;
  /** More words to find it by. */
  keywords?: string;
  /** A word at the right: a count, a state. */
  detail?: string;
  /** It is in force already. */
  applied?: boolean;
  /** Does it; or finds out first what to do, which is then done unless the palette was closed meanwhile. */
  run: () => void | Promise<() => void>;
};

export type CommandGroup = {
  label: string;
  items: readonly Command[];
};

/** A group before anything is chosen from it: how many are shown unasked, and when searched for. */
export type CommandSource = CommandGroup & {
  few: number;
  most: number;
};

/** The commands that answer what was typed, group by group; groups without any are left out. */
export function foundCommands(sources: readonly CommandSource[], typed: string): CommandGroup[] {
  return sources
    .map(({ label, items, few, most }) => ({
      label,
      items:
        typed.trim() === '' ? items.slice(0, few) : matching(items, typed, wordsOf).slice(0, most),
    }))
    .filter(({ items }) => items.length > 0);
}

function wordsOf({ kind, label, keywords }: Command): string {
  return [kind && `${kind}:`, label, keywords].filter(Boolean).join(' ');
}
