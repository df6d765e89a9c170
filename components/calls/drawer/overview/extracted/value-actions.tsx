'use client';

import { Columns3, ListFilter, type LucideIcon, MessageSquareQuote, Minus } from 'lucide-react';
import { useColumns } from '@/components/calls/list/table/columns/use-columns';
import { conditionOf } from '@/components/filters/extracted/extracted-state';
import { IconButton } from '@/components/ui/button';
import { readValue } from '@/lib/call/extraction/read-value';
import type { NestedRow, PlainValue } from '@/lib/call/nested/nested-rows';
import { isExtractedKey, keyOfPath } from '@/lib/call/query/extracted';
import { termOf } from '@/lib/call/values/terms';
import { extractedLabel } from '@/lib/format/key-label';
import { useAddress } from '@/lib/url/use-address';

type ValueActionsProps = {
  row: NestedRow;
  /** The turn in which a value was said, where it is known. */
  turnOf: (value: PlainValue) => string | null;
};

/** What can be done with a value that was found out: seen with the hand or the focus on its row, always by touch. */
export function ValueActions({ row, turnOf }: ValueActionsProps) {
  const { address, filter, choose } = useAddress();
  const { columns, show } = useColumns();
  const key = keyOfPath(row.path);
  const { value } = row;
  if (value === null || value === undefined || value === '' || !isExtractedKey(key)) return null;
  const term = termOf(readValue(value).text ?? '');
  const name = `${extractedLabel(key)}: ${String(value)}`;
  const turn = turnOf(value);
  const [any, none] = [`x.${key}`, `not_x.${key}`] as const;
  const { none: excluded = [] } = conditionOf(address, key);
  const isColumn = columns.some(({ id }) => id === any);
  return (
    <span className="absolute top-0.5 right-0 flex rounded-md bg-raised opacity-0 group-hover/value:opacity-100 focus-within:opacity-100 [@media(hover:none)]:static [@media(hover:none)]:opacity-100">
      {turn !== null && (
        <Action
          icon={MessageSquareQuote}
          label={`Show where it was said: ${name}`}
          onClick={() => choose({ tab: 'transcript', turn })}
        />
      )}
      <Action
        icon={ListFilter}
        label={`Only these: ${name}`}
        onClick={() => filter({ [any]: [term], [none]: null })}
      />
      <Action
        icon={Minus}
        label={`Exclude: ${name}`}
        onClick={() =>
          filter({ [any]: null, [none]: [...excluded.filter((other) => other !== term), term] })
        }
      />
      {!isColumn && (
        <Action
          icon={Columns3}
          label={`As column: ${extractedLabel(key)}`}
          onClick={() => show([...columns, { id: any }])}
        />
      )}
    </span>
  );
}

type ActionProps = { icon: LucideIcon; label: string; onClick: () => void };

function Action({ icon: Icon, label, onClick }: ActionProps) {
  return (
    <IconButton label={label} size="small" onClick={onClick}>
      <Icon aria-hidden className="size-3.5" />
    </IconButton>
  );
}
