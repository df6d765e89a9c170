'use client';

import { Missing } from '@/components/calls/list/table/cells';
import type { AgreementResponse } from '@/lib/call/answers/review-responses';
import { formatCount } from '@/lib/format/number';
import { agreementWords, kappaWords } from './agreement-words';

/** Of fewer calls the numbers say little. */
const FEW = 30;

/** A row for each pair of people. */
export function AgreementTable({ pairs }: Pick<AgreementResponse, 'pairs'>) {
  return (
    <table aria-label="Agreement" className="mt-3 w-full">
      <thead className="text-left text-xs text-muted">
        <tr>
          <th scope="col" className="font-normal">
            Reviewers
          </th>
          {['Calls', 'Agreement', 'Kappa'].map((name) => (
            <th key={name} scope="col" className="pl-4 text-right font-normal">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {pairs.map(({ raters: [one, other], calls, agreed, kappa }) => (
          <tr key={JSON.stringify([one, other])} className="align-top">
            <th scope="row" className="py-1.5 text-left font-normal wrap-anywhere">
              <bdi className="block">{one}</bdi>
              <bdi className="block">{other}</bdi>
            </th>
            <td className="py-1.5 pl-4 text-right tabular-nums">
              {formatCount(calls)}
              {calls < FEW && <span className="block text-xs text-warn">few</span>}
            </td>
            <td className="py-1.5 pl-4 text-right tabular-nums">
              {agreementWords(agreed, calls)}
              <span className="block text-xs text-muted">{formatCount(agreed)} alike</span>
            </td>
            <td className="py-1.5 pl-4 text-right tabular-nums">
              {kappa === null ? (
                <>
                  <Missing />
                  <span className="block text-xs text-muted">all rated the same</span>
                </>
              ) : (
                kappaWords(kappa)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
