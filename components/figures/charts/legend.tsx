import type { LegendEntry } from '@/components/figures/save/picture';

/** What the colours of a drawing mean. */
export function Legend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      {entries.map(({ label, color, mark }) => (
        <li key={label} className="flex items-center gap-1.5">
          <svg aria-hidden="true" viewBox="0 0 12 12" className="size-3 shrink-0">
            {mark === 'line' ? (
              <line
                x1={0}
                x2={12}
                y1={6}
                y2={6}
                stroke={color}
                strokeWidth={2}
                strokeDasharray="4 2"
              />
            ) : (
              <rect
                x={1}
                y={1}
                width={10}
                height={10}
                rx={2}
                fill={color}
                fillOpacity={mark === 'light' ? 0.35 : 1}
                stroke={mark === 'light' ? color : 'none'}
                strokeDasharray="2 2"
              />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
