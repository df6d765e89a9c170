import clsx from 'clsx';
import type { MouseEvent, Ref } from 'react';
import { Missing } from '@/components/calls/list/table/cells';
import type { Turn } from '@/lib/call/transcript/turns';
import { formatDuration, formatSeconds } from '@/lib/format/number';
import { SPEAKER_ICONS } from './speaker';
import { TurnActions, type TurnCommands } from './turn-actions';
import { TurnBadges } from './turn-badges';
import { TurnBody } from './turn-body';
import type { TurnView } from './turn-view';

export type TurnItemProps = {
  turn: Turn;
  index: number;
  count: number;
  name: string;
  /** Seconds that the agent took for this answer, where it is one and that is known. */
  wait: number | undefined;
  /** It is heard, or where nothing is the one that the address names. */
  marked: boolean;
  view: TurnView;
  commands: TurnCommands;
  measure: Ref<HTMLLIElement>;
};

/** One turn: when, who and how long on the first line, what was said below. */
export function TurnItem(props: TurnItemProps) {
  const { turn, index, count, name, wait, marked, view, commands, measure } = props;
  const Icon = SPEAKER_ICONS[turn.speaker];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has the time and the play button
    <li
      ref={measure}
      onClick={(event) => isMeant(event) && commands.play?.(turn)}
      data-index={index}
      aria-setsize={count}
      aria-posinset={index + 1}
      aria-current={marked || undefined}
      className={clsx(
        'group/turn relative grid scroll-my-10 grid-cols-[2.75rem_minmax(0,1fr)] gap-x-2 border-l-2 py-1.5 pr-3 pl-2.5',
        marked ? 'border-l-accent bg-selected' : 'border-l-transparent',
        !marked && turn.speaker === 'caller' && 'bg-surface',
      )}
    >
      <TimeLink turn={turn} commands={commands} />
      <div className="min-w-0">
        <div className="flex min-h-6 flex-wrap items-center gap-x-2">
          <span className="flex min-w-0 items-center gap-1.5 text-xs font-semibold">
            <Icon
              aria-hidden
              className={clsx(
                'size-3.5 shrink-0',
                turn.speaker === 'agent' ? 'text-accent' : 'text-muted',
              )}
            />
            <bdi className="truncate">{name}</bdi>
          </span>
          {turn.duration !== null && (
            <span className="text-2xs text-faint">
              <span className="sr-only">Duration </span>
              {formatSeconds(turn.duration)}
            </span>
          )}
          {wait !== undefined && (
            <span title="How long the agent took to answer" className="text-2xs text-faint">
              <span className="sr-only">Answered </span>after {formatSeconds(wait)}
            </span>
          )}
          <TurnBadges turn={turn} />
          <TurnActions turn={turn} commands={commands} />
        </div>
        <TurnBody turn={turn} view={view} />
      </div>
    </li>
  );
}

/** When a turn began; the link leads to it. */
function TimeLink({ turn, commands }: Pick<TurnItemProps, 'turn' | 'commands'>) {
  return (
    <a
      href={commands.hrefOf(turn)}
      onClick={select}
      title="Link to this turn"
      className="flex h-6 items-center justify-end rounded text-xs text-faint hover:text-text hover:underline"
    >
      <span className="sr-only">Turn at </span>
      {turn.start === null ? <Missing>an unknown time</Missing> : formatDuration(turn.start)}
    </a>
  );

  function select(event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    commands.select(turn);
    commands.play?.(turn);
  }
}

/** Whether a press means the turn as a whole: not a control in it, and no text that is being selected. */
function isMeant({ target }: MouseEvent): boolean {
  if (target instanceof Element && target.closest('a, button')) return false;
  return window.getSelection()?.isCollapsed !== false;
}
