import { memo } from 'react';
import type { Tone } from '@/components/ui/badge';
import { statusLook } from '../status';
import { type Bucket, edges, type Selection } from './brush';

/** From the bottom up: what went well carries the rest. */
const TONES = ['good', 'info', 'neutral', 'warn', 'bad'] as const satisfies Tone[];

const FILLS: Record<Tone, string> = {
  good: 'fill-good',
  info: 'fill-info',
  neutral: 'fill-faint',
  warn: 'fill-warn',
  bad: 'fill-bad',
};

/** Of a hundred: the least that a bucket with calls is high. */
const LEAST = 2;

type TimelinePlotProps = { buckets: readonly Bucket[]; selection: Selection | null };

/** One bar for each bucket, stacked by how the calls ended, stretched to its place. */
export function TimelinePlot({ buckets, selection }: TimelinePlotProps) {
  const [first, last] = selection ? edges(selection) : [0, -1];
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${Math.max(1, buckets.length)} 100`}
      preserveAspectRatio="none"
      className="block size-full"
    >
      {selection && (
        <rect x={first} y={0} width={last - first + 1} height={100} className="fill-selected" />
      )}
      <Bars buckets={buckets} />
    </svg>
  );
}

const Bars = memo(function Bars({ buckets }: { buckets: readonly Bucket[] }) {
  const highest = Math.max(1, ...buckets.map(({ calls }) => calls));
  return buckets.map((bucket, index) => (
    <g key={bucket.start} className={bucket.partial ? 'opacity-40' : 'opacity-75'}>
      {stack(bucket, highest).map(({ tone, y, height }) => (
        <rect
          key={tone}
          x={index + 0.1}
          y={y}
          width={0.8}
          height={height}
          className={FILLS[tone]}
        />
      ))}
    </g>
  ));
});

type Segment = { tone: Tone; y: number; height: number };

function stack({ calls, statuses }: Bucket, highest: number): Segment[] {
  if (calls === 0) return [];
  const scale = Math.max(LEAST, (calls / highest) * 100) / calls;
  const segments: Segment[] = [];
  let below = 0;
  for (const tone of TONES) {
    const count = Object.entries(statuses).reduce(
      (sum, [status, each]) => (statusLook(status).tone === tone ? sum + each : sum),
      0,
    );
    if (count === 0) continue;
    below += count;
    segments.push({ tone, y: 100 - below * scale, height: count * scale });
  }
  return segments;
}
