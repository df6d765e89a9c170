import { COST_FILLS, CostBar } from '@/components/calls/drawer/costs/cost-bar';
import { Missing } from '@/components/calls/list/table/cells';
import { usePage } from '@/components/shell/context/page-context';
import type { CallRow } from '@/lib/call/call';
import {
  COST_COMPONENTS,
  COST_LABELS,
  type CostComponent,
  costBreakdown,
} from '@/lib/call/costs/costs';
import { formatMoney } from '@/lib/format/money';
import {
  CompareCell,
  CompareRow,
  CompareSection,
  NoDifference,
  type SectionProps,
  saySame,
  Unknown,
} from './rows';

/** What each call cost, by component; a component that has no amount is no zero. */
export function CostRows({ columns, onlyDifferences }: SectionProps) {
  const rows = [...COST_COMPONENTS, 'total' as const].map((part) => ({
    part,
    same: saySame(columns, (call) => amountOf(call, part)),
  }));
  const shown = rows.filter(({ same }) => !(same && onlyDifferences));
  return (
    <CompareSection title="Costs" columns={columns}>
      {shown.map(({ part, same }) => (
        <CompareRow key={part} label={<Name part={part} />} same={same}>
          {columns.map(({ id, call }) => (
            <CompareCell key={id}>
              {call ? (
                <Amount micros={amountOf(call, part)} strong={part === 'total'} />
              ) : (
                <Unknown />
              )}
            </CompareCell>
          ))}
        </CompareRow>
      ))}
      {shown.length === 0 ? (
        <NoDifference columns={columns} />
      ) : (
        <CompareRow label="Shares" same={null}>
          {columns.map(({ id, call }) => (
            <CompareCell key={id}>{call ? <Shares call={call} /> : <Unknown />}</CompareCell>
          ))}
        </CompareRow>
      )}
    </CompareSection>
  );
}

function amountOf(call: CallRow, part: CostComponent | 'total'): number | null {
  const breakdown = costBreakdown(call.costs);
  if (!breakdown) return null;
  if (part === 'total') return breakdown.total;
  return breakdown.lines.find(({ component }) => component === part)?.micros ?? null;
}

function Name({ part }: { part: CostComponent | 'total' }) {
  if (part === 'total') return <span className="font-semibold">Total</span>;
  return (
    <span className="flex items-center gap-2">
      <svg aria-hidden="true" viewBox="0 0 10 10" className="size-3 shrink-0">
        <rect width={10} height={10} rx={2} className={COST_FILLS[part]} />
      </svg>
      {COST_LABELS[part]}
    </span>
  );
}

function Amount({ micros, strong }: { micros: number | null; strong: boolean }) {
  const { currency } = usePage();
  if (micros === null) return <Missing>no amount</Missing>;
  return <span className={strong ? 'font-semibold' : ''}>{formatMoney(micros, currency)}</span>;
}

function Shares({ call }: { call: CallRow }) {
  const lines = costBreakdown(call.costs)?.lines ?? [];
  if (!lines.some(({ micros }) => micros !== null && micros > 0))
    return <Missing>no shares</Missing>;
  return (
    <span className="block py-1">
      <CostBar lines={lines} />
    </span>
  );
}
