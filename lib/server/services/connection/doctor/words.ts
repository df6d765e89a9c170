import { formatCount } from '@/lib/format/number';

const SHOWN = 8;

/** A name that HappyRobot sent, when it is nothing but a short name: no number of anybody, no address, no markup. */
function plainName(name: string): string | undefined {
  return /^[\p{L}_][\p{L} _.-]{0,39}$/u.test(name) ? name : undefined;
}

/** `a (3), b (1) and 2 others`; names that are none are only counted. */
export function countedNames(counts: ReadonlyMap<string, number>): string {
  const ordered = [...counts].sort(([, a], [, b]) => b - a);
  const shown = ordered
    .flatMap(([name, count]) => {
      const plain = plainName(name);
      return plain === undefined ? [] : [`${plain} (${formatCount(count)})`];
    })
    .slice(0, SHOWN);
  const rest = ordered.length - shown.length;
  if (rest === 0) return shown.join(', ');
  const others = `${formatCount(rest)} ${shown.length === 0 ? 'with names that are not shown' : rest === 1 ? 'other' : 'others'}`;
  return shown.length === 0 ? others : `${shown.join(', ')} and ${others}`;
}

/** `Nov 29, 2026`, in UTC. */
export function day(time: number): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(time);
}

/** `31 ms`, `1.4 s`, `12 s`, `3 min`. */
export function span(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms < 120_000) return `${Math.round(ms / 1000)} s`;
  return ms < 7_200_000 ? `${Math.round(ms / 60_000)} min` : `${Math.round(ms / 3_600_000)} h`;
}
