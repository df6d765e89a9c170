import type { TranscriptMessage } from '@/lib/call/transcript/transcript';

/**
 * The measures once more, second by second on a line of time: slow and plain, for whole seconds only. It shares
 * nothing with what it is held against.
 */
export function model(messages: readonly TranscriptMessage[]) {
  const said = messages.filter(
    ({ role, content }) => (role === 'assistant' || role === 'user') && content === 'Words',
  );
  const times = said.map(({ start, end }) => ({
    start: start ?? null,
    end: start !== null && start !== undefined && (end ?? start) > start ? (end ?? null) : null,
  }));
  const at = (index: number) => times[index] ?? { start: null, end: null };
  const ticks = (role: string) => {
    const spoken = new Set<number>();
    for (const [index, each] of said.entries()) {
      const { start, end } = at(index);
      if (each.role !== role || start === null || end === null) continue;
      for (let tick = start; tick < end; tick += 1) spoken.add(tick);
    }
    return spoken;
  };
  const [agent, caller] = [ticks('assistant'), ticks('user')];
  const anybody = new Set([...agent, ...caller]);
  const twice =
    times.reduce(
      (sum, { start, end }) => sum + (start === null || end === null ? 0 : end - start),
      0,
    ) - anybody.size;
  const starts = times.flatMap(({ start }) => (start === null ? [] : [start]));
  const backwards = starts.some(
    (start, index) => index > 0 && start + 2 < (starts[index - 1] ?? 0),
  );
  const absurd =
    backwards || starts.some((start) => start < -2) || (twice > 10 && twice > anybody.size / 4);

  const waits: number[] = [];
  const pauses: number[] = [];
  const cuts: (boolean | null)[] = [];
  for (let index = 0; index < said.length; index += 1) {
    const [before, after] = [said[index], said[index + 1]];
    const marked = before?.interrupted_thoughts === true;
    const exchange = after !== undefined && after.role !== before?.role;
    const [end, next] = [absurd ? null : at(index).end, absurd ? null : at(index + 1).start];
    const known = after !== undefined && end !== null && next !== null;
    if (marked || exchange) cuts.push(marked ? true : known ? next < end : null);
    if (!known) continue;
    const ends = times.slice(0, index + 1).flatMap(({ end: each }) => each ?? []);
    pauses.push(Math.max(0, next - Math.max(...ends)));
    const agentEnds = said.flatMap(({ role }, other) =>
      other < index && role === 'assistant' ? (at(other).end ?? []) : [],
    );
    const goesOn = agentEnds.some((each) => each > end);
    if (before?.role === 'user' && after.role === 'assistant' && !goesOn)
      waits.push(Math.max(0, next - end));
  }
  const mostTell = (tells: readonly boolean[]) =>
    tells.filter((each) => !each).length <= tells.filter((each) => each).length;
  const shareKnown = ['assistant', 'user'].every((side) =>
    mostTell(said.flatMap(({ role }, index) => (role === side ? [at(index).end !== null] : []))),
  );
  const told = cuts.filter((cut) => cut !== null);
  const pausesTell = said.slice(1).map((_, index) => index < pauses.length);
  const sorted = waits.sort((a, b) => a - b);
  const rank = (part: number) =>
    sorted.find((_, index) => index + 1 >= part * sorted.length) ?? null;
  const [low, high] = [
    sorted[Math.ceil(sorted.length / 2) - 1],
    sorted[Math.floor(sorted.length / 2)],
  ];
  const share = agent.size / (agent.size + caller.size);
  return {
    talk_share: absurd || !shareKnown || anybody.size === 0 ? null : Number(share.toFixed(4)),
    silence: pauses.length > 0 && mostTell(pausesTell) ? Math.max(...pauses) : null,
    interruptions:
      told.length > 0 && mostTell(cuts.map((cut) => cut !== null))
        ? told.filter((cut) => cut).length
        : null,
    response_time: low === undefined || high === undefined ? null : (low + high) / 2,
    response_time_p95: rank(0.95),
    turns: said.length || null,
  };
}
