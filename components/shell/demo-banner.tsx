/** Said on every page that shows the demo upstream, so that nobody takes made-up calls for theirs. */
export function DemoBanner() {
  return (
    <div
      role="note"
      className="shrink-0 border-b border-line bg-warn-soft px-4 py-1 text-xs text-warn"
    >
      <strong className="font-semibold">Demo data.</strong> These calls are made up. Set{' '}
      <code className="font-mono">HAPPYROBOT_API_KEY</code> and start again to see yours.
    </div>
  );
}
