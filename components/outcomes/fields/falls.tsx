'use client';

import { CallsLink } from '@/components/figures/calls-link';
import { useFieldWords } from '@/components/filters/extracted/use-field-words';
import { useTime } from '@/components/shell/context/time-context';
import type { OutcomeFieldsResponse } from '@/lib/call/answers/outcomes-responses';
import { plural } from '@/lib/format/number';
import { formatDay } from '@/lib/format/time';
import type { Address } from '@/lib/url/address';
import { filledWords, probabilityWords, TEST_WORDS } from './fall-words';
import { type Field, fieldHref } from './links';

type FallsProps = { data: OutcomeFieldsResponse; address: Address };

/** What is filled less often than before, each in a sentence with the calls on both sides. */
export function Falls({ data, address }: FallsProps) {
  const fallen = data.fields.filter(({ fall }) => fall !== null);
  return (
    <section aria-label="Filled less often" className="border-b border-line px-4 py-5 md:px-6">
      <h2 className="text-base font-semibold">Filled less often</h2>
      {fallen.length === 0 ? (
        <p className="mt-1 text-muted">No field is filled less often than in the weeks before.</p>
      ) : (
        <ul className="mt-2 flex flex-col gap-2">
          {fallen.map((field) => (
            <FallItem
              key={`${field.use_case.id} ${field.key}`}
              field={field}
              weeks={data.weeks}
              address={address}
            />
          ))}
        </ul>
      )}
      <p className="mt-2 max-w-prose text-xs text-muted">{TEST_WORDS}</p>
    </section>
  );
}

type FallItemProps = {
  field: Field;
  weeks: OutcomeFieldsResponse['weeks'];
  address: Address;
};

function FallItem({ field, weeks, address }: FallItemProps) {
  const words = useFieldWords(true);
  const { zone, now } = useTime();
  const { fall, use_case, key } = field;
  const [first, week, lastBefore] = [weeks[0], weeks.at(-1), weeks.at(-2)];
  if (fall === null || !first || !week || !lastBefore) return null;
  const without = fall.now.calls - fall.now.filled;
  const before = { from: first.from, to: lastBefore.to };
  return (
    <li className="max-w-prose rounded-md bg-warn-soft px-3 py-2 text-sm">
      <p>
        <strong className="font-semibold">
          <bdi>{words.label(key)}</bdi>
        </strong>{' '}
        in <bdi>{use_case.name}</bdi> was found out on {filledWords(fall.now)} in the week of{' '}
        {formatDay(week.from, zone, now)}, against {filledWords(fall.before)} in the eight weeks
        before ({probabilityWords(fall.p)}).
      </p>
      <p className="mt-1 flex flex-wrap gap-x-4">
        <CallsLink href={without === 0 ? null : fieldHref(address, field, false, week)}>
          {plural(without, 'call')} of that week without it
        </CallsLink>
        <CallsLink href={fieldHref(address, field, true, before)}>
          {plural(fall.before.filled, 'call')} before with it
        </CallsLink>
      </p>
    </li>
  );
}
