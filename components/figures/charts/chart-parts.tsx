import type { ReactNode } from 'react';
import { totalCost } from '@/components/costs/view/amounts';
import type { Money } from '@/components/costs/view/use-costs-view';
import type { Sums } from '@/lib/call/answers/index-responses';
import { COST_COMPONENTS, COST_LABELS } from '@/lib/call/costs/costs';
import { formatCount } from '@/lib/format/number';

/** Axes speak quietly. */
/** A line from point to point, drawn at once. */
export const STRAIGHT = { type: 'linear', dot: false, isAnimationActive: false } as const;

export const TICK = { fill: 'var(--muted)', fontSize: 11 } as const;
export const AXIS_LINE = { stroke: 'var(--line-strong)' } as const;
export const GRID = { stroke: 'var(--line)' } as const;
export const CURSOR = { fill: 'var(--hover)', fillOpacity: 0.8 } as const;

export type TipLine = { name: string; value: string; color?: string };
type TipProps = { title: string; lines: readonly TipLine[]; note?: ReactNode };

/** What hovers beside the pointer or the keyboard's place. */
export function Tip({ title, lines, note }: TipProps) {
  return (
    <div className="rounded-md border border-line-strong bg-raised px-3 py-2 text-xs text-text shadow-lg">
      <p className="font-medium">
        <bdi>{title}</bdi>
      </p>
      <dl className="mt-1 grid grid-cols-[auto_auto] gap-x-4 gap-y-0.5">
        {lines.map(({ name, value, color }) => (
          <div key={name} className="contents">
            <dt className="flex items-center gap-1.5 text-muted">
              {color && (
                <svg aria-hidden="true" viewBox="0 0 8 8" className="size-2">
                  <rect width={8} height={8} rx={1.5} fill={color} />
                </svg>
              )}
              {name}
            </dt>
            <dd className="text-right">{value}</dd>
          </div>
        ))}
      </dl>
      {note && <p className="mt-1 text-faint">{note}</p>}
      <p className="mt-1 hidden text-faint pointer-coarse:block">Tap again to see the calls.</p>
    </div>
  );
}

/** What calls cost, component by component, and how many they are. */
export function sumLines(sums: Sums, money: Money): TipLine[] {
  const total = totalCost(sums);
  const write = money.of([total, ...COST_COMPONENTS.map((component) => sums[component])]);
  return [
    { name: 'Total', value: total === null ? 'no cost' : write(total) },
    ...(total === null
      ? []
      : COST_COMPONENTS.map((component) => ({
          name: COST_LABELS[component],
          value: write(sums[component]),
          color: `var(--cost-${component})`,
        }))),
    { name: 'Calls', value: formatCount(sums.calls) },
  ];
}
