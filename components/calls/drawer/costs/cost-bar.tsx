import { costSegments } from '@/lib/call/costs/cost-shares';
import { COST_LABELS, type CostComponent, type CostLine } from '@/lib/call/costs/costs';

/** Literal class names, one colour to a component wherever it appears. */
export const COST_FILLS: Record<CostComponent, string> = {
  voip: 'fill-cost-voip',
  transcriber: 'fill-cost-transcriber',
  llm: 'fill-cost-llm',
  tts: 'fill-cost-tts',
  other: 'fill-cost-other',
};

/** Of the bar's 1000 units; sets neighbours apart without a line between them. */
const GAP = 4;

/** The components' shares as one bar. Nothing is drawn where no amount is positive. */
export function CostBar({ lines }: { lines: readonly CostLine[] }) {
  const segments = costSegments(lines);
  if (segments.length === 0) return null;
  const words = segments.map(
    ({ component, size }) => `${COST_LABELS[component]} ${(size * 100).toFixed(1)}%`,
  );
  return (
    <svg
      role="img"
      aria-label={`Shares: ${words.join(', ')}`}
      viewBox="0 0 1000 10"
      preserveAspectRatio="none"
      className="block h-3 w-full rounded-sm"
    >
      {segments.map(({ component, start, size }, place) => (
        <rect
          key={component}
          x={start * 1000}
          width={Math.max(1, size * 1000 - (place === segments.length - 1 ? 0 : GAP))}
          height={10}
          className={COST_FILLS[component]}
        >
          <title>{words[place]}</title>
        </rect>
      ))}
    </svg>
  );
}
