import { Missing } from '@/components/calls/list/table/cells';
import { Badge } from '@/components/ui/badge';
import { perMinute } from '@/lib/call/costs/cost-shares';
import {
  COST_LABELS,
  type CostBreakdown,
  type CostComponent,
  type CostLine,
  type Micros,
} from '@/lib/call/costs/costs';
import { formatMoney, formatShare } from '@/lib/format/money';
import { COST_FILLS } from './cost-bar';

type CostTableProps = {
  breakdown: CostBreakdown;
  /** How long the call took; null when that is not known. */
  seconds: number | null | undefined;
  currency: string;
};

/** Every component with its amount, its share of the total and its cost by the minute, and the total. */
export function CostTable({ breakdown, seconds, currency }: CostTableProps) {
  const { total, lines } = breakdown;
  const money = (micros: Micros) => formatMoney(micros, currency);
  const figures = (micros: Micros | null) => (
    <>
      <Figure text={micros === null ? null : money(micros)} missing="no amount" />
      <Figure
        text={micros === null || total === null ? null : formatShare(micros, total)}
        missing="no share"
      />
      <Figure text={textOf(perMinute(micros, seconds), money)} missing="unknown" />
    </>
  );
  return (
    <table aria-label="Costs by component" className="mt-2 w-full text-sm">
      <thead>
        <tr className="border-b border-line-strong text-xs text-muted">
          <th scope="col" className="py-1 text-left font-medium">
            Component
          </th>
          {['Amount', 'Share', 'Per minute'].map((heading) => (
            <th key={heading} scope="col" className="py-1 pl-3 text-right font-medium">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      {lines.map((line) => (
        <tbody key={line.component} className="border-b border-line">
          <tr>
            <LineName line={line} />
            {figures(line.micros)}
          </tr>
          {line.parts.map(({ label, micros }) => (
            <tr key={label} className="text-xs text-muted last:*:pb-1.5">
              <th scope="row" className="py-0.5 pl-5 text-left font-normal">
                {label}
              </th>
              {figures(micros)}
            </tr>
          ))}
        </tbody>
      ))}
      <tfoot className="border-t border-line-strong font-semibold">
        <tr>
          <th scope="row" className="py-1.5 text-left">
            Total
          </th>
          {figures(total)}
        </tr>
      </tfoot>
    </table>
  );
}

function LineName({ line }: { line: CostLine }) {
  return (
    <th scope="row" className="py-1.5 text-left font-normal">
      <span className="flex flex-wrap items-center gap-2">
        <Swatch component={line.component} />
        {COST_LABELS[line.component]}
        {line.ownCarrier && <Badge>Own carrier</Badge>}
      </span>
    </th>
  );
}

function Swatch({ component }: { component: CostComponent }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 10 10" className="size-3 shrink-0">
      <rect width={10} height={10} rx={2} className={COST_FILLS[component]} />
    </svg>
  );
}

function Figure({ text, missing }: { text: string | null; missing: string }) {
  return (
    <td className="py-0.5 pl-3 text-right whitespace-nowrap">
      {text ?? <Missing>{missing}</Missing>}
    </td>
  );
}

function textOf(micros: Micros | null, money: (micros: Micros) => string): string | null {
  return micros === null ? null : money(micros);
}
