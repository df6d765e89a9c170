'use client';

import type { CallsQuery } from '@/lib/call/filters';
import { useAddress } from '@/lib/url/use-address';
import { ChoiceGroup } from './choice-group';
import { DateRangeField } from './date-range-field';
import { EmailField } from './email-field';
import {
  FILTER_LABELS,
  FIXED_VALUES,
  ratingLabel,
  TOKEN_KEYS,
  type TokenKey,
  TYPE_VALUES,
} from './facets';
import { TimeZoneField } from './time-zone-field';
import { TokenGroup } from './token-group';
import { useToggle } from './use-toggle';

/** Every filter but the search, top to bottom as they are used most. */
export function FilterGroups() {
  return (
    <>
      <div className="flex flex-col gap-3 px-4 py-3">
        <DateRangeField />
        <TimeZoneField />
      </div>
      <TypeGroup />
      <FixedGroup filter="statuses" />
      <FixedGroup filter="ratings" />
      {TOKEN_KEYS.map((key) => (
        <ListedTokenGroup key={key} filter={key} />
      ))}
      <EmailField />
    </>
  );
}

function TypeGroup() {
  const { address, filter } = useAddress();
  return (
    <ChoiceGroup
      label={FILTER_LABELS.type}
      choices={TYPE_VALUES.map((value) => ({ value, label: value }))}
      chosen={address.type ? [address.type] : []}
      onToggle={(value) => filter({ type: toggledType(address.type, value) })}
    />
  );
}

/** The upstream takes one type or none: the other one takes its place. */
function toggledType(current: CallsQuery['type'] | null, value: string): CallsQuery['type'] | null {
  if (current === value) return null;
  return TYPE_VALUES.find((type) => type === value) ?? null;
}

function FixedGroup({ filter }: { filter: keyof typeof FIXED_VALUES }) {
  const [chosen, toggle] = useToggle(filter);
  const values = [
    ...FIXED_VALUES[filter],
    ...chosen.filter((value) => !FIXED_VALUES[filter].includes(value)),
  ];
  return (
    <ChoiceGroup
      label={FILTER_LABELS[filter]}
      choices={values.map((value) => ({
        value,
        label: filter === 'ratings' ? ratingLabel(value) : value,
      }))}
      chosen={chosen}
      onToggle={toggle}
    />
  );
}

function ListedTokenGroup({ filter }: { filter: TokenKey }) {
  const [chosen, toggle] = useToggle(filter);
  return <TokenGroup filter={filter} chosen={chosen} onToggle={toggle} />;
}
