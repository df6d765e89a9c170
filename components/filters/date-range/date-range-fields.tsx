import { FIELD } from '@/components/ui/field';
import type { WallClock } from '@/lib/url/local-time';
import type { RangeDraft } from './date-range-draft';

type DateRangeFieldsProps = {
  draft: RangeDraft;
  onChange: (draft: RangeDraft) => void;
  /** Id of the text that says why the draft is no range. */
  problemId: string | undefined;
};

/** The ends of the range to be typed; an empty date leaves its end open. */
export function DateRangeFields({ draft, onChange, problemId }: DateRangeFieldsProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-2">
      <EndFields
        name="From"
        value={draft.from}
        problemId={problemId}
        onChange={(from) => onChange({ ...draft, from, anchor: null })}
      />
      <EndFields
        name="To"
        value={draft.to}
        problemId={problemId}
        onChange={(to) => onChange({ ...draft, to, anchor: null })}
      />
    </div>
  );
}

type EndFieldsProps = {
  name: 'From' | 'To';
  value: WallClock;
  problemId: string | undefined;
  onChange: (value: WallClock) => void;
};

function EndFields({ name, value, problemId, onChange }: EndFieldsProps) {
  const shared = {
    className: `${FIELD} h-8 w-full px-2`,
    'aria-invalid': problemId !== undefined,
    'aria-describedby': problemId,
  };
  return (
    <>
      <label className="min-w-0">
        <span className="mb-1 block text-xs text-muted">{name} date</span>
        <input
          {...shared}
          type="date"
          min="0001-01-01"
          max="9999-12-31"
          value={value.date}
          onChange={(event) => onChange({ ...value, date: event.target.value })}
        />
      </label>
      <label className="min-w-0">
        <span className="mb-1 block text-xs text-muted">{name} time</span>
        {/* Any step, so that a range that came with seconds is valid as it is. */}
        <input
          {...shared}
          type="time"
          step="any"
          value={value.time}
          onChange={(event) => onChange({ ...value, time: event.target.value })}
        />
      </label>
    </>
  );
}
