import Link from 'next/link';
import type { ReactNode } from 'react';
import { TEXT_LINK } from '@/components/reading/text-link';
import { MEASURE_DEFINITIONS, UNKNOWN_WORDS } from '@/lib/call/conversation/definitions';
import { MEASURE_KEYS, type MeasureKey } from '@/lib/call/conversation/keys';
import type { Measured } from '@/lib/call/conversation/measured';
import type { Measures } from '@/lib/call/conversation/measures';
import { shortened } from '@/lib/call/values/shorten';
import { formatCount } from '@/lib/format/number';

type MeasuresListProps = {
  measures: Measures;
  draw: (key: MeasureKey) => ReactNode;
};

/** Every measure of a conversation with its definition, and how much of the conversation it rests on. */
export function MeasuresList({ measures, draw }: MeasuresListProps) {
  const { first_words } = measures;
  return (
    <div className="w-96 max-w-full p-3 text-xs">
      <dl className="flex flex-col gap-2.5">
        {MEASURE_KEYS.map((key) => (
          <div key={key}>
            <dt className="flex items-baseline justify-between gap-3">
              <span className="text-sm font-medium">{MEASURE_DEFINITIONS[key].term}</span>
              <span className="text-2xs text-faint">{basisWords(measures[key], key)}</span>
            </dt>
            <dd className="flex gap-3">
              <span className="min-w-0 flex-1 text-muted">{MEASURE_DEFINITIONS[key].words}</span>
              <span className="w-12 shrink-0 text-right text-sm">{draw(key)}</span>
            </dd>
          </div>
        ))}
        {first_words !== null && (
          <div>
            <dt className="text-sm font-medium">First words of the other side</dt>
            <dd className="text-muted">
              <bdi>“{shortened(first_words, 200)}”</bdi>
            </dd>
          </div>
        )}
      </dl>
      <p className="mt-3 border-t border-line pt-2 text-muted">{UNKNOWN_WORDS}</p>
      {/* Also what the keyboard scrolls by to the end of a list that is higher than its room. */}
      <p className="mt-2">
        <Link href="/help#conversations" prefetch={false} className={TEXT_LINK}>
          More in the help
        </Link>
      </p>
    </div>
  );
}

function basisWords({ measured, of }: Measured, key: MeasureKey): string {
  if (key === 'turns' || key === 'tool_calls') return '';
  const { basis } = MEASURE_DEFINITIONS[key];
  return of === 0
    ? `no ${basis}`
    : `measured in ${formatCount(measured)} of ${formatCount(of)} ${basis}`;
}
