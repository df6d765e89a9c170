/** Rows to come, in the places and at the height where they will be. */
export function ListSkeleton() {
  return (
    <div role="status" className="flex min-h-0 flex-1 flex-col overflow-hidden">
      <span className="sr-only">Loading calls…</span>
      <div className="h-8 shrink-0 border-b border-line-strong bg-surface" />
      <div className="min-h-0 flex-1 overflow-hidden">
        {ROWS.map((row) => (
          <div key={row} className="flex h-9 items-center gap-4 border-b border-line px-4">
            {BARS.map((width, index) => (
              <span
                // The bars never change places.
                key={`${index}-${width}`}
                className={`h-3 shrink-0 rounded bg-neutral-soft motion-safe:animate-pulse ${width}`}
              />
            ))}
          </div>
        ))}
      </div>
      <div className="h-11 shrink-0 border-t border-line" />
    </div>
  );
}

const ROWS = Array.from({ length: 40 }, (_, row) => row);
const BARS = [
  'w-44',
  'w-20',
  'w-28',
  'w-28',
  'w-28',
  'w-40',
  'w-32',
  'w-12',
  'w-14',
  'w-16',
  'w-40',
];
