'use client';

import { breakdownName, breakdownOf, groupLabel } from '@/components/costs/view/view';
import { CallsLink } from '@/components/figures/calls-link';
import { type Column, chartDataOf } from '@/components/figures/save/chart-data';
import { TableCard } from '@/components/figures/table-card';
import type { ConversationsResponse } from '@/lib/call/answers/conversations-responses';
import { ASKED_MEASURES, type AskedMeasure } from '@/lib/call/conversation/keys';
import type { ConversationGroupBy } from '@/lib/call/query/routes/conversations-query';
import { formatCount } from '@/lib/format/number';
import type { Address } from '@/lib/url/address';
import { measuredGroupHref } from './links';
import { MEASURE_UNITS, type Typical, typicalOf, writeMeasure } from './shown-measure';
import { useConversations } from './use-conversations';

type Group = ConversationsResponse['groups'][number];

/** Every measure of every group; each number leads to the calls that it rests on. */
export function GroupsCard() {
  const { address, grouping, result } = useConversations();
  return (
    <TableCard
      name={`By ${breakdownOf(grouping).label}`}
      result={result}
      summary={() =>
        'The median of talk share, longest silence and response time, their 95th percentile (p95), and how many interruptions and failed tool calls a call has on average.'
      }
      empty="No call matches these filters."
      chartData={(data) =>
        chartDataOf(columnsOf(data, address, grouping), data.groups, ({ key }) => key ?? 'others')
      }
    />
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
    unit: MEASURE_UNITS[measure],
    fileOnly: of === 'p95' && !WITH_P95.includes(measure),
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
      column(measure, 'p95'),
      {
        name: `${SHORT[measure]}, calls measured`,
        value: ({ measures }: Group) => measures[measure].calls,
        fileOnly: true,
      },
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
