'use client';

import clsx from 'clsx';
import { useTime } from '@/components/shell/context/time-context';
import type { CallRow } from '@/lib/call/call';
import { formatInstant } from '@/lib/format/time';
import { MOST_COMPARED } from '@/lib/url/comparison';
import { toggleSelected, useSelection } from './selection';

export type SelectMarkProps = {
  call: CallRow;
  /** Reached by Tab. */
  reachable: boolean;
};

/** The checkbox of a row. It shows itself to the hand and to the focus, and everywhere once a row is selected. */
export default function SelectMark({ call, reachable }: SelectMarkProps) {
  const selection = useSelection();
  const { zone, now } = useTime();
  const checked = selection.includes(call.id);
  const full = selection.length >= MOST_COMPARED && !checked;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the row from being opened by the checkbox
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <span
      onClick={(event) => event.stopPropagation()}
      className="absolute inset-y-0 left-0 flex w-8 cursor-default items-center justify-center"
    >
      <label
        title={full ? `${MOST_COMPARED} calls at most` : 'Select to compare (x)'}
        className="flex size-6 items-center justify-center"
      >
        <input
          type="checkbox"
          aria-label={`Select call of ${formatInstant(call.created, zone, now)}`}
          tabIndex={reachable ? 0 : -1}
          checked={checked}
          disabled={full}
          onChange={() => toggleSelected(call.id)}
          className={clsx(
            'size-4 group-focus-within:opacity-100 group-hover:opacity-100 checked:opacity-100 pointer-coarse:opacity-100',
            selection.length === 0 ? 'opacity-0' : 'opacity-100',
          )}
        />
      </label>
    </span>
  );
}
