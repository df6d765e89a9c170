import type { FacetsResponse } from '@/lib/call/answers/index-responses';
import type { Bounds } from './range-draft';

export type Bar = FacetsResponse['histograms']['cost'][number];

const HEIGHT = 28;

/** How the calls are spread, drawn small; what is within the bounds in the accent. The words beside it say the rest. */
export function Histogram({ bars, bounds }: { bars: readonly Bar[]; bounds: Bounds }) {
  const highest = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${Math.max(1, bars.length)} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="block h-7 w-full border-b border-line-strong"
    >
      {bars.map((bar, index) => {
        const height = bar.count === 0 ? 0 : Math.max(1, (bar.count / highest) * HEIGHT);
        return (
          <rect
            key={bar.from}
            x={index + 0.06}
            y={HEIGHT - height}
            width={0.88}
            height={height}
            className={within(bar, bounds) ? 'fill-accent' : 'fill-line-strong'}
          />
        );
      })}
    </svg>
  );
}

function within({ from, to }: Bar, { min, max }: Bounds): boolean {
  return (min === null || to > min) && (max === null || from <= max);
}
