import type { Turn } from '@/lib/call/transcript/turns';

/** How loud a session is along its time. */
export type Measured = {
  /** Seconds of the call at which it begins. */
  start: number;
  duration: number | null;
  /** For each channel, values from 0 to 1 at equal distances; null where it was not measured. */
  peaks: readonly (readonly number[])[] | null;
};

/** The values, of one channel or of all, that lie wholly within a span of the call. */
export function peaksWithin(
  { start, duration, peaks }: Measured,
  span: { start: number; end: number },
  channel?: number,
): number[] {
  if (!peaks || !duration) return [];
  const channels = channel === undefined ? peaks : [peaks[channel] ?? []];
  return channels.flatMap((values) => {
    const step = duration / values.length;
    const from = Math.max(0, Math.ceil((span.start - start) / step));
    const to = Math.floor((span.end - start) / step);
    return values.slice(from, Math.max(from, to));
  });
}

/** How much louder one channel has to be to be somebody's. */
const CERTAIN = 0.25;

/**
 * Which of two channels is the agent's, by who speaks when in the transcript; null where that cannot be told. Nobody
 * documents it.
 */
export function agentChannel(session: Measured, turns: readonly Turn[]): 0 | 1 | null {
  if (session.peaks?.length !== 2) return null;
  let first = 0;
  let all = 0;
  for (const { speaker, start, duration } of turns) {
    if (start === null || !duration || (speaker !== 'agent' && speaker !== 'caller')) continue;
    const span = { start, end: start + duration };
    const [one, two] = [sum(peaksWithin(session, span, 0)), sum(peaksWithin(session, span, 1))];
    first += speaker === 'agent' ? one - two : two - one;
    all += one + two;
  }
  if (Math.abs(first) <= all * CERTAIN) return null;
  return first > 0 ? 0 : 1;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
