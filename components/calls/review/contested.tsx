/** People disagree on this call. */
export function Contested() {
  return (
    <span
      role="img"
      aria-label="Contested"
      title="Contested: people rated this call differently"
      className="inline-flex size-4 shrink-0 items-center justify-center rounded bg-warn-soft text-xs font-semibold text-warn"
    >
      ≠
    </span>
  );
}
