import Link from 'next/link';
import type { ReactNode } from 'react';
import { Missing } from '@/components/calls/list/table/cells';
import { usePage } from '@/components/shell/context/page-context';
import type { CallRow } from '@/lib/call/call';
import { toMicros } from '@/lib/call/costs/costs';
import type { RelatedResponse, RelatedTotals } from '@/lib/call/related';
import { isMasked } from '@/lib/call/values/masked-number';
import { formatMoney } from '@/lib/format/money';
import { formatCount, plural } from '@/lib/format/number';
import { formatPhone } from '@/lib/format/phone';
import { type AddressChange, addressQuery } from '@/lib/url/address';
import { useAddress } from '@/lib/url/use-address';

/** How many attempts there were, how long and at what cost, by kind and all together. */
export function AttemptTotals({ call, related }: { call: CallRow; related: RelatedResponse }) {
  const { number, totals } = related;
  const linked = totals.family.calls > 1;
  const others = number !== null && totals.same_number.calls > 0;
  return (
    <table aria-label="Attempts together" className="w-full text-sm">
      <thead className="text-xs text-muted">
        <tr className="border-b border-line-strong">
          <th scope="col" className="py-1 text-left font-medium">
            Attempts
          </th>
          {['Calls', 'Minutes', 'Cost'].map((name) => (
            <th key={name} scope="col" className="py-1 pl-3 text-right font-medium">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {linked && (
          <Row totals={totals.family} list={{ family: call.id }} listName="linked calls">
            Linked by repetition
          </Row>
        )}
        {others && (
          <Row
            totals={totals.same_number}
            {...(!isMasked(number) && { list: { search: number } })}
            listName="calls with this number"
          >
            {linked ? 'Others with' : 'With'} <bdi>{formatPhone(number)}</bdi>
          </Row>
        )}
        <Row totals={totals.all}>All together{!linked && ', this call too'}</Row>
      </tbody>
    </table>
  );
}

type RowProps = {
  totals: RelatedTotals;
  /** What the calls are found by in the list. */
  list?: AddressChange;
  listName?: string;
  children: ReactNode;
};

function Row({ totals, list, listName, children }: RowProps) {
  const { currency } = usePage();
  const { address } = useAddress();
  const { calls, minutes, cost } = totals;
  const view = { timezone: address.timezone, columns: address.columns };
  return (
    <tr className="border-b border-line align-baseline last:border-b-0">
      <th scope="row" className="py-1 text-left font-normal wrap-anywhere">
        {children}{' '}
        {list && (
          <Link
            href={`/calls${addressQuery({ ...view, ...list })}`}
            prefetch={false}
            aria-label={`Show as list: ${listName}`}
            className="inline-block min-h-6 text-accent underline underline-offset-2"
          >
            Show as list
          </Link>
        )}
        <Lacking totals={totals} />
      </th>
      <td className="py-1 pl-3 text-right">{formatCount(calls)}</td>
      <td className="py-1 pl-3 text-right">
        {minutes === null ? <Missing>no duration</Missing> : minutes.toFixed(1)}
      </td>
      <td className="py-1 pl-3 text-right">
        {cost === null ? <Missing>no cost</Missing> : formatMoney(toMicros(cost), currency)}
      </td>
    </tr>
  );
}

/** What the sums leave out. */
function Lacking({ totals }: { totals: RelatedTotals }) {
  const { calls_without_cost: costless, calls_without_duration: endless } = totals;
  const lacking = [
    ...(costless > 0 ? [`${plural(costless, 'call')} without a cost`] : []),
    ...(endless > 0 ? [`${formatCount(endless)} without a duration`] : []),
  ];
  if (lacking.length === 0) return null;
  return <span className="block text-xs text-muted">{lacking.join(', ')}</span>;
}
