'use client';

import clsx from 'clsx';
import { ColumnLabel } from '@/components/calls/list/table/columns/column-label';
import { columnOf } from '@/components/calls/list/table/columns/columns';
import { endsNow } from '@/components/print/ends-now';
import { PrintHeading } from '@/components/print/print-heading';
import { rangeSlug } from '@/components/print/range-words';
import { useFacts } from '@/components/print/use-facts';
import { usePrinting } from '@/components/print/use-printing';
import { useTime } from '@/components/shell/context/time-context';
import type { CallsResponse } from '@/lib/call/answers/responses';
import { formatCount } from '@/lib/format/number';
import type { ShownColumn } from '@/lib/url/columns';
import { useAddress } from '@/lib/url/use-address';
import { orderWords } from './order-words';

type CallsOnPaperProps = { page: CallsResponse };

/**
 * The page of calls on paper: all of its rows, however few the screen draws, in the columns that are shown there.
 * Load it lazily, but early: paper may be wanted at any time.
 */
export default function CallsOnPaper({ page }: CallsOnPaperProps) {
  return usePrinting() ? <Paper page={page} /> : null;
}

function Paper({ page }: CallsOnPaperProps) {
  const { address } = useAddress();
  return (
    <div data-paper="wide" className="hidden print:block">
      <Heading page={page} />
      <table aria-label="Calls on this page">
        <thead>
          <tr className="border-b border-line-strong align-bottom text-muted">
            {address.columns.map(({ id }) => (
              <th
                key={id}
                scope="col"
                className={clsx(CELL, alignmentOf(id), 'font-medium has-data-numeric:text-right')}
              >
                <ColumnLabel id={id} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.calls.map((call) => (
            <tr key={call.id} className="border-b border-line align-top">
              {address.columns.map(({ id }) => (
                <td
                  key={id}
                  className={clsx(
                    CELL,
                    alignmentOf(id),
                    'wrap-anywhere has-data-numeric:text-right',
                  )}
                >
                  {columnOf(id).cell(call)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const CELL = 'px-1 py-0.5';

function alignmentOf(id: ShownColumn['id']): string {
  return columnOf(id).numeric ? 'text-right' : 'text-left';
}

function Heading({ page }: CallsOnPaperProps) {
  const { address } = useAddress();
  const { zone, now } = useTime();
  const range = endsNow(address, zone, now);
  const last = page.offset + page.calls.length;
  const shown = {
    name: 'Calls',
    value: `${formatCount(page.offset + 1)}–${formatCount(last)} of ${formatCount(page.count)}`,
  };
  const order = { name: 'Order', value: orderWords(address) };
  return (
    <PrintHeading
      title="Calls"
      facts={useFacts(range, [shown, order], 'Printed')}
      fileName={`callscope-calls-${rangeSlug(range, zone)}`}
    />
  );
}
