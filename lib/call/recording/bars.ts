import type { Measured } from './peaks';

/** How high the bars of one channel are, from 0 to 1, at equal distances along the line. */
export type Bars = readonly number[];

/**
 * The loudness of a whole line as so many bars for each channel, the loudest being 1. Where there is no sound they are
 * 0. Empty where nothing was measured.
 */
export function barsOf(sessions: readonly Measured[], length: number, count: number): Bars[] {
  const channels = Math.max(0, ...sessions.map(({ peaks }) => peaks?.length ?? 0));
  const all = Array.from({ length: channels }, () => Array.from({ length: count }, () => 0));
  for (const { start, duration, peaks } of sessions) {
    if (!duration) continue;
    for (const [channel, values] of (peaks ?? []).entries()) {
      const bars = all[channel] ?? [];
      const perBar = length / count;
      for (let bar = 0; bar < count; bar += 1) {
        const place = ((bar * perBar - start) / duration) * values.length;
        const end = (((bar + 1) * perBar - start) / duration) * values.length;
        const [from, to] = [Math.max(0, Math.floor(place)), Math.max(0, Math.ceil(end))];
        bars[bar] = Math.max(bars[bar] ?? 0, ...values.slice(from, to));
      }
    }
  }
  const loudest = Math.max(0, ...all.flat());
  return loudest === 0 ? all : all.map((bars) => bars.map((bar) => bar / loudest));
}
