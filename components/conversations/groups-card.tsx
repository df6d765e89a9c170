'use client';

import { CallsLink } from '@/components/costs/calls-link';
import { ChartTable } from '@/components/costs/cards/chart-table';
import { type Column, chartDataOf } from '@/components/costs/save/chart-data';
import { breakdownName, breakdownOf, groupLabel } from '@/components/costs/view/view';
import type { ConversationsResponse } from '@/lib/call/answers/conversations-responses';
import { ASKED_MEASURES, type AskedMeasure } from '@/lib/call/conversation/keys';
import type { ConversationGroupBy } from '@/lib/call/query/conversations-query';
import { formatCount } from '@/lib/format/number';
import type { Address } from '@/lib/url/address';
import { measuredGroupHref } from './links';
import { type Typical, typicalOf, writeMeasure } from './shown-measure';
import { useConversations } from './use-conversations';

type Group = ConversationsResponse['groups'][number];

/** Every measure of every group; each number leads to the calls that it rests on. */
export function GroupsCard() {
  const { address, grouping, result } = useConversations();
  const { data, isPlaceholderData } = result;
  const title = `By ${breakdownOf(grouping).label}`;
  return (
    <section
      aria-label={title}
      aria-busy={data === undefined || isPlaceholderData}
      className="border-b border-line px-4 py-5 md:px-6"
    >
      <h2 className="text-base font-semibold">{title}</h2>
      {data === undefined ? (
        <div role="status" className="mt-2 h-40 rounded bg-surface motion-safe:animate-pulse">
          <span className="sr-only">Loading {title}…</span>
        </div>
      ) : data.groups.length === 0 ? (
        <p className="mt-2 text-muted">No call matches these filters.</p>
      ) : (
        <>
          <p className="mt-0.5 text-sm text-muted">
            The median of talk share, longest silence and response time, their 95th percentile
            (p95), and how many interruptions and failed tool calls a call has on average.
          </p>
          <ChartTable
            name={title}
            chartData={chartDataOf(
              columnsOf(data, address, grouping),
              data.groups,
              ({ key }) => key ?? 'others',
            )}
            className="mt-2 min-w-0"
          />
        </>
      )}
    </section>
  );
}

function columnsOf(
  { groups, range }: ConversationsResponse,
  address: Address,
  grouping: ConversationGroupBy,
): Column<Group>[] {
  const keys = groups.map(({ key }) => key);
  const hrefOf = ({ key }: Group, measure?: AskedMeasure) =>
    measuredGroupHref(address, range, { grouping, key, keys }, measure);
  const column = (measure: AskedMeasure, of: Typical | 'p95'): Column<Group> => ({
    name: `${SHORT[measure]}${of === 'p95' ? ', p95' : ''}`,
    numeric: true,
    value: ({ measures }) => measures[measure][of],
    cell: (group) => {
      const { calls, [of]: value } = group.measures[measure];
      if (value === null) return null;
      return (
        <CallsLink href={hrefOf(group, measure)} title={`Measured in ${formatCount(calls)} calls`}>
          {writeMeasure(measure, of, value)}
        </CallsLink>
      );
    },
  });
  return [
    {
      name: breakdownName(grouping),
      value: groupLabel,
      cell: (group) => (
        <div className="min-w-40">
          <CallsLink href={hrefOf(group)}>
            <bdi className="wrap-anywhere">{groupLabel(group)}</bdi>
          </CallsLink>
        </div>
      ),
    },
    {
      name: 'Calls',
      numeric: true,
      value: ({ calls }) => calls,
      cell: (group) => <CallsLink href={hrefOf(group)}>{formatCount(group.calls)}</CallsLink>,
    },
    {
      name: 'Measured',
      numeric: true,
      value: ({ measured }) => measured,
      cell: ({ measured }) => formatCount(measured),
    },
    ...ASKED_MEASURES.flatMap((measure) => [
      column(measure, typicalOf(measure)),
      ...(WITH_P95.includes(measure) ? [column(measure, 'p95')] : []),
    ]),
  ];
}

/** The table is wide enough as it is. */
const SHORT: Record<AskedMeasure, string> = {
  talk_share: 'Talk share',
  silence: 'Silence',
  interruptions: 'Interruptions',
  response_time: 'Response',
  tool_errors: 'Failed tools',
};

/** Where the slow ones matter most. */
const WITH_P95: readonly AskedMeasure[] = ['silence', 'response_time'];
