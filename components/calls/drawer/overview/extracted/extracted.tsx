'use client';

import { ExtractionTable } from '@/components/calls/drawer/overview/extraction-table';
import { Badge } from '@/components/ui/badge';
import type { CallRow } from '@/lib/call/call';
import { missingFields } from '@/lib/call/extraction/required';
import { eachValue } from '@/lib/call/extraction/walk';
import type { NestedRow } from '@/lib/call/nested/nested-rows';
import { keyLabel } from '@/lib/format/key-label';
import { useTurnOf } from './use-turn-of';
import { ValueActions } from './value-actions';

type ExtractedProps = {
  call: CallRow;
  extraction: CallRow['extraction'];
  /** As HappyRobot has it, where it is known by now. */
  useCase: unknown;
};

/** What the agent found out, each value with what can be done with it, and what it should have found out. */
export function Extracted({ call, extraction, useCase }: ExtractedProps) {
  const { turnOf, look } = useTurnOf(call.id);
  const missing = missingFields(useCase, extraction);
  const unnamed = missing.filter(({ name }) => !Object.hasOwn(extraction ?? {}, name));
  const isMissing = ({ key, depth, value }: NestedRow) =>
    depth === 0 && value !== undefined && missing.some(({ name }) => name === key);
  if (!extraction && missing.length === 0)
    return <p className="text-sm text-muted">Nothing was extracted from this call.</p>;
  return (
    <>
      <ExtractionTable
        label="Extraction"
        record={extraction ?? {}}
        onLook={look}
        actions={(row) =>
          isMissing(row) ? <RequiredMark /> : <ValueActions row={row} turnOf={turnOf} />
        }
      >
        {unnamed.map(({ name, description }) => (
          <tr key={name} className="border-b border-line align-top last:border-b-0">
            <th
              scope="row"
              title={description ?? name}
              className="w-2/5 py-1 pr-3 text-left font-normal text-muted"
            >
              <bdi className="block wrap-anywhere">{keyLabel(name)}</bdi>
            </th>
            <td className="py-1">
              <RequiredMark />
            </td>
          </tr>
        ))}
      </ExtractionTable>
      {eachValue(extraction).cut && (
        <p className="mt-2 text-sm text-muted">
          There is more here than filters, columns and figures know of: the index takes 500 keys of
          a call, 100 values of a key, and none that is nested deeper than 40 levels.
        </p>
      )}
    </>
  );
}

function RequiredMark() {
  return <Badge tone="warn">Required, not found</Badge>;
}
