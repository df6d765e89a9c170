'use client';

import { CallsLink } from '@/components/figures/calls-link';
import { type ChartData, type Column, chartDataOf } from '@/components/figures/save/chart-data';
import { formatPercent } from '@/components/outcomes/view/write';
import { Lazily, lazily } from '@/components/ui/lazily';
import { PopoverButton } from '@/components/ui/popover-button';
import type { OutcomeFieldsResponse } from '@/lib/call/answers/outcomes-responses';
import { rateOf } from '@/lib/call/outcomes/proportions';
import { formatCount } from '@/lib/format/number';
import type { Address } from '@/lib/url/address';
import { type Field, fieldHref } from './links';
import { WeekBars } from './week-bars';

const FieldDetail = lazily(() => import('./field-detail'));

/** Each field of each use case; a count leads to its calls, a name tells more. */
export function fieldsData(
  data: OutcomeFieldsResponse,
  address: Address,
  labelOf: (key: string) => string,
): ChartData {
  return chartDataOf(
    columnsOf(address, data, labelOf),
    data.fields,
    ({ use_case, key }) => `${use_case.id} ${key}`,
  );
}

function columnsOf(
  address: Address,
  { range }: OutcomeFieldsResponse,
  labelOf: (key: string) => string,
): Column<Field>[] {
  // A range without a beginning keeps none.
  const ends = address.from === null && address.to === null ? null : range;
  return [
    {
      name: 'Field',
      value: ({ key }) => labelOf(key),
      cell: (field) => (
        <div className="min-w-40">
          <PopoverButton
            label={`More of ${labelOf(field.key)}`}
            title={field.key}
            className="min-h-6 rounded text-left wrap-anywhere underline decoration-line-strong underline-offset-3 hover:text-accent"
            popover={() => (
              <Lazily>
                <FieldDetail field={field} />
              </Lazily>
            )}
          >
            <bdi>{labelOf(field.key)}</bdi>
          </PopoverButton>
        </div>
      ),
    },
    {
      name: 'Use case',
      value: ({ use_case }) => use_case.name,
      cell: ({ use_case }) => <bdi className="wrap-anywhere">{use_case.name}</bdi>,
    },
    { name: 'Required', value: ({ required }) => REQUIRED[String(required)] ?? null },
    {
      name: 'Calls',
      numeric: true,
      value: ({ calls }) => calls,
      cell: (field) => (
        <CallsLink href={field.calls === 0 ? null : fieldHref(address, field, null, ends)}>
          {formatCount(field.calls)}
        </CallsLink>
      ),
    },
    {
      name: 'Filled',
      numeric: true,
      value: ({ filled }) => filled,
      cell: (field) => (
        <CallsLink href={field.filled === 0 ? null : fieldHref(address, field, true, ends)}>
          {formatCount(field.filled)}
        </CallsLink>
      ),
    },
    {
      name: 'Rate',
      numeric: true,
      value: (field) => (field.calls === 0 ? null : rateOf(field)),
      cell: (field) => field.calls > 0 && formatPercent(rateOf(field)),
    },
    { name: 'Types', value: ({ types }) => typesWords(types) },
    {
      name: 'Nine weeks',
      value: ({ weeks }) => weeks.map(weekShare).join(', '),
      cell: ({ weeks }) => <WeekBars weeks={weeks} />,
    },
  ];
}

const REQUIRED: Readonly<Record<string, string>> = { true: 'Required', false: 'Optional' };

/** In percent; empty where there was no call. */
function weekShare(week: Field['weeks'][number]): string {
  return week.calls === 0 ? '' : String(Math.round(rateOf(week) * 100));
}

/** `text`; where values are of several types how many are of each, as they should not be. */
function typesWords(types: Field['types']): string | null {
  const [only, ...others] = types;
  if (!only) return null;
  if (others.length === 0) return only.type;
  return types.map(({ type, count }) => `${type} ${formatCount(count)}`).join(', ');
}
