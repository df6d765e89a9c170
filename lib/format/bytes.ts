const UNITS = ['kB', 'MB', 'GB'] as const;

/** A size in decimal units, `812 B`, `3.4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const power = Math.min(UNITS.length, Math.floor(Math.log10(bytes) / 3));
  const unit = UNITS[power - 1] ?? 'GB';
  return `${(bytes / 1000 ** power).toFixed(1)} ${unit}`;
}
