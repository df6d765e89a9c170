import { ColumnHead } from './column-head';
import type { Compared } from './compared';
import { CostRows } from './cost-rows';
import { ExtractionRows } from './extraction-rows';
import { FACTS, OUTCOME, REVIEWS } from './facts-compared';
import { FactSection } from './rows';
import { TranscriptRows } from './transcript-rows';

/** Literal class names, by the number of calls: below these widths the table scrolls sideways. */
const LEAST_WIDTHS = ['', 'min-w-88', 'min-w-148', 'min-w-208', 'min-w-268'];

type CompareTableProps = {
  columns: readonly Compared[];
  onlyDifferences: boolean;
  onOpen: (id: string) => void;
  onRemove: (id: string) => void;
};

/** One column to a call, one row to a thing to compare; the names of the rows stay in sight. */
export function CompareTable({ columns, onlyDifferences, onOpen, onRemove }: CompareTableProps) {
  const section = { columns, onlyDifferences };
  return (
    <div className="relative min-h-0 flex-1 overflow-auto overscroll-contain">
      <table
        aria-label="Compared calls"
        className={`w-full table-fixed border-separate border-spacing-0 text-sm ${LEAST_WIDTHS[columns.length] ?? ''}`}
      >
        <colgroup>
          <col className="w-28 md:w-44" />
          {columns.map(({ id }) => (
            <col key={id} />
          ))}
        </colgroup>
        <thead className="sticky top-0 z-20">
          <tr>
            <td className="sticky left-0 z-10 border-r border-b border-line-strong bg-surface" />
            {columns.map((column) => (
              <ColumnHead key={column.id} column={column} onOpen={onOpen} onRemove={onRemove} />
            ))}
          </tr>
        </thead>
        <FactSection title="Facts" facts={FACTS} {...section} />
        <FactSection title="Outcome" facts={OUTCOME} {...section} />
        <ExtractionRows {...section} />
        <CostRows {...section} />
        <FactSection title="Reviews" facts={REVIEWS} {...section} />
        <TranscriptRows columns={columns} />
      </table>
    </div>
  );
}
