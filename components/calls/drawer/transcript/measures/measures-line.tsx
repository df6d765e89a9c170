import { CircleHelp } from 'lucide-react';
import { Missing } from '@/components/calls/list/table/cells';
import { PopoverButton } from '@/components/ui/popover-button';
import { MEASURE_DEFINITIONS } from '@/lib/call/conversation/definitions';
import type { MeasureKey } from '@/lib/call/conversation/keys';
import type { Measures } from '@/lib/call/conversation/measures';
import { formatMeasure } from '@/lib/format/measure';
import { MeasuresList } from './measures-list';

/** The others are in the list. */
const FIRST: readonly MeasureKey[] = [
  'talk_share',
  'response_time',
  'silence',
  'interruptions',
  'tool_errors',
];

/** How the conversation went, in a line; what that means and rests on, a press away. */
export function MeasuresLine({ measures }: { measures: Measures }) {
  return (
    <section aria-label="How it went" className="flex items-start gap-1">
      <dl className="flex min-w-0 flex-1 flex-wrap gap-x-4 gap-y-0.5 text-xs leading-5">
        {FIRST.map((key) => (
          <div key={key} className="flex gap-1.5">
            <dt className="text-muted">{MEASURE_DEFINITIONS[key].term}</dt>
            <dd>
              <MeasureValue measures={measures} of={key} />
            </dd>
          </div>
        ))}
      </dl>
      <PopoverButton
        label="How it went"
        aria-label="What do these measures mean?"
        align="end"
        className="-my-0.5 inline-flex size-6 shrink-0 items-center justify-center rounded text-faint hover:text-text"
        popover={() => (
          <MeasuresList
            measures={measures}
            draw={(of) => <MeasureValue measures={measures} of={of} />}
          />
        )}
      >
        <CircleHelp aria-hidden className="size-3.5" />
      </PopoverButton>
    </section>
  );
}

function MeasureValue({ measures, of }: { measures: Measures; of: MeasureKey }) {
  const { value } = measures[of];
  return value === null ? <Missing>unknown</Missing> : formatMeasure(of, value);
}
