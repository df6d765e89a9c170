import clsx from 'clsx';
import { Minus } from 'lucide-react';
import { type KeyboardEvent, useId } from 'react';
import { RatingIcon } from '@/components/calls/review/ratings/rating-icon';
import { RATINGS } from '@/lib/call/query/filters';
import { NO_VALUE } from '@/lib/call/values/terms';
import { formatCount } from '@/lib/format/number';
import type { Choice } from './facet-choices';
import type { CountState } from './use-facets';

type FacetRowProps = {
  choice: Choice;
  counts: CountState;
  checked: boolean;
  excluded: boolean;
  onToggle: () => void;
  /** Absent where a facet takes one value: then choosing is choosing only this. */
  onOnly?: () => void;
  onExclude?: () => void;
  /** The keys `o` and `x` do what the buttons do. */
  shortcuts: boolean;
};

/** A value: a checkbox that adds it, its count, and the ways to ask for it alone or for all but it. */
export function FacetRow(props: FacetRowProps) {
  const { choice, counts, checked, excluded, onToggle, onOnly, onExclude, shortcuts } = props;
  const id = useId();
  const keys: Record<string, (() => void) | undefined> = { o: onOnly, x: onExclude };
  const usable = shortcuts && onOnly !== undefined;
  return (
    <div className="group/row flex min-h-7 items-center gap-1 rounded px-1 text-sm hover:bg-hover">
      <label className="flex min-w-0 flex-1 cursor-pointer items-center gap-2 py-1">
        <input
          type="checkbox"
          className="size-3.5 shrink-0"
          aria-labelledby={`${id}-name`}
          aria-describedby={`${id}-count${excluded ? ` ${id}-excluded` : ''}`}
          aria-keyshortcuts={usable ? 'o x' : undefined}
          checked={checked}
          onChange={onToggle}
          onKeyDown={usable ? byKey : undefined}
        />
        <bdi
          id={`${id}-name`}
          title={choice.label}
          className={clsx(
            'min-w-0 truncate',
            (excluded || choice.value === NO_VALUE) && 'text-muted',
            excluded && 'line-through',
          )}
        >
          <Label text={choice.label} />
        </bdi>
        {excluded && (
          <span id={`${id}-excluded`} className="sr-only">
            excluded
          </span>
        )}
      </label>
      {onOnly && onExclude && (
        <span
          className={clsx(
            'shrink-0 items-center group-focus-within/row:flex group-hover/row:flex',
            excluded ? 'flex' : 'hidden',
          )}
        >
          <button
            type="button"
            aria-label={`Only ${choice.label}`}
            title={usable ? `Only ${choice.label} (o)` : `Only ${choice.label}`}
            onClick={onOnly}
            className={clsx(
              'h-6 rounded px-1 text-xs font-medium text-accent hover:underline',
              excluded && 'hidden group-focus-within/row:block group-hover/row:block',
            )}
          >
            Only
          </button>
          <button
            type="button"
            aria-label={`Exclude ${choice.label}`}
            aria-pressed={excluded}
            title={`Exclude ${choice.label}${usable ? ' (x)' : ''}`}
            onClick={onExclude}
            className="flex size-6 items-center justify-center rounded text-muted hover:bg-neutral-soft hover:text-text aria-pressed:bg-bad-soft aria-pressed:text-bad"
          >
            <Minus aria-hidden className="size-3.5" />
          </button>
        </span>
      )}
      <Count id={`${id}-count`} count={choice.count} counts={counts} />
    </div>
  );

  function byKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }
}

/** A rating is drawn by us and keeps its emoji as its name. */
function Label({ text }: { text: string }) {
  const emoji = RATINGS.find((known) => text.startsWith(`${known} `));
  if (!emoji) return text;
  return (
    <>
      <RatingIcon emoji={emoji} /> {text.slice(emoji.length + 1)}
    </>
  );
}

type CountProps = { id: string; count: number | null; counts: CountState };

/** How many calls have the value. It describes the checkbox and is no part of its name. */
export function Count({ id, count, counts }: CountProps) {
  return (
    <span
      id={id}
      aria-hidden
      className={clsx(
        'min-w-7 shrink-0 text-right text-xs tabular-nums motion-safe:transition-opacity',
        count === 0 ? 'text-faint' : 'text-muted',
        counts === 'outdated' && 'opacity-50',
      )}
    >
      {text()}
    </span>
  );

  function text() {
    if (counts === 'loading')
      return <span className="inline-block h-2 w-5 rounded bg-neutral-soft align-middle" />;
    if (counts === 'missing') return null;
    if (count === null) return '–';
    return (
      <>
        {formatCount(count)}
        <span className="sr-only"> calls</span>
      </>
    );
  }
}
