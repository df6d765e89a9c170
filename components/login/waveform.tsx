const BARS = 56;
const HEIGHT = 200;

/** A picture of a call beside the form, where there is room: two voices taking turns. */
export function Waveform() {
  return (
    <div
      aria-hidden
      className="relative hidden flex-col justify-center overflow-hidden border-l border-line bg-surface px-16 lg:flex"
    >
      <svg aria-hidden viewBox={`0 0 ${BARS * 10} ${HEIGHT}`} className="w-full text-accent">
        {Array.from({ length: BARS }, (_, index) => (
          <Bar key={`${index * 10}`} index={index} />
        ))}
      </svg>
      <p className="mt-10 text-xl font-medium tracking-tight text-text">
        Every call your agents made, and what it cost.
      </p>
      <p className="mt-1.5 text-sm text-muted">Filter, open, read, next.</p>
    </div>
  );
}

function Bar({ index }: { index: number }) {
  const height = loudness(index) * HEIGHT;
  return (
    <rect
      x={index * 10 + 2}
      y={(HEIGHT - height) / 2}
      width="5"
      height={height}
      rx="2.5"
      fill="currentColor"
      opacity={isCaller(index) ? 1 : 0.28}
    />
  );
}

/** Between 0.04 and 1, rising and falling like words in sentences. */
function loudness(index: number): number {
  const sentence = Math.abs(Math.sin(index / 4.6));
  const word = 0.55 + 0.45 * Math.sin(index * 2.4);
  return Number((0.04 + 0.96 * sentence * word).toFixed(3));
}

function isCaller(index: number): boolean {
  return Math.floor((index / 4.6) * (1 / Math.PI)) % 2 === 0;
}
