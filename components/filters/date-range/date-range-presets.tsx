import clsx from 'clsx';
import { ALL_TIME, RELATIVE_RANGES, type RelativeRange } from '@/lib/call/query/ranges';
import { RANGE_LABELS } from '@/lib/format/labels';
import type { DateRange } from './date-range-draft';

type DateRangePresetsProps = { range: DateRange; onChoose: (range: DateRange) => void };

const PRESETS: readonly RelativeRange[] = [...RELATIVE_RANGES, ALL_TIME];

/** The ranges that keep their meaning while time goes on, and no range. */
export function DateRangePresets({ range, onChoose }: DateRangePresetsProps) {
  return (
    <fieldset className="grid shrink-0 grid-cols-3 content-start gap-0.5 border-b border-line p-2 sm:w-36 sm:grid-cols-1 sm:border-r sm:border-b-0">
      <legend className="sr-only">Presets</legend>
      {PRESETS.map((from) => (
        <Preset
          key={from}
          label={RANGE_LABELS[from]}
          current={range.from === from}
          onClick={() => onChoose({ from, to: null })}
        />
      ))}
    </fieldset>
  );
}

type PresetProps = { label: string; current: boolean; onClick: () => void };

function Preset({ label, current, onClick }: PresetProps) {
  return (
    <button
      type="button"
      aria-pressed={current}
      onClick={onClick}
      className={clsx(
        'h-7 rounded px-2 text-left text-sm whitespace-nowrap',
        current ? 'bg-selected font-medium text-accent' : 'hover:bg-hover',
      )}
    >
      {label}
    </button>
  );
}
