import { formatCount } from '@/lib/format/number';
import type { Bucket } from './brush';
import { statusCounts, timeOf } from './words';

type TimelineTableProps = { buckets: readonly Bucket[]; zone: string; now: number };

/** The same numbers to be read, newest last as on the strip. */
export function TimelineTable({ buckets, zone, now }: TimelineTableProps) {
  const statuses = statusCounts(buckets).map(([status]) => status);
  return (
    <section
      aria-label="Timeline as a table"
      // Scrolls, so the keyboard must get there.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reached by keyboard
      tabIndex={0}
      className="max-h-52 overflow-auto border-t border-line"
    >
      <table className="text-xs tabular-nums">
        <thead className="sticky top-0 bg-surface text-muted">
          <tr>
            <th scope="col" className={`${CELL} text-left`}>
              Time
            </th>
            <th scope="col" className={`${CELL} text-right`}>
              Calls
            </th>
            {statuses.map((status) => (
              <th key={status} scope="col" className={`${CELL} text-right`}>
                <bdi>{status}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {buckets.map((bucket) => (
            <tr key={bucket.start}>
              <th scope="row" className={`${CELL} text-left font-normal`}>
                {timeOf(bucket, bucket, zone, now)}
                {bucket.partial && <span className="text-muted"> (partial)</span>}
              </th>
              <td className={`${CELL} text-right`}>{formatCount(bucket.calls)}</td>
              {statuses.map((status) => (
                <td key={status} className={`${CELL} text-right`}>
                  {formatCount(bucket.statuses[status] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const CELL = 'border-b border-line px-3 py-1 font-medium whitespace-nowrap';
