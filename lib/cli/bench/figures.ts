import type { Round } from './load';

/** Milliseconds. */
export type Latency = { p50: number; p95: number };

/** The same requests without and with Callscope between: `added` in milliseconds, `ratio` through by direct. */
export type Comparison = {
  direct: Latency;
  through: Latency;
  added: Latency;
  ratio: Latency;
  /** Answers per second. */
  rate: { direct: number; through: number };
};

/** All rounds of each side taken together. */
export function compare(rounds: { direct: Round[]; through: Round[] }): Comparison {
  const direct = latencyOf(rounds.direct);
  const through = latencyOf(rounds.through);
  return {
    direct,
    through,
    added: { p50: through.p50 - direct.p50, p95: through.p95 - direct.p95 },
    ratio: { p50: through.p50 / direct.p50, p95: through.p95 / direct.p95 },
    rate: { direct: rateOf(rounds.direct), through: rateOf(rounds.through) },
  };
}

function latencyOf(rounds: Round[]): Latency {
  const latencies = rounds.flatMap((round) => round.latencies);
  return { p50: quantile(latencies, 0.5), p95: quantile(latencies, 0.95) };
}

function rateOf(rounds: Round[]): number {
  const answers = rounds.reduce((sum, { latencies }) => sum + latencies.length, 0);
  return answers / rounds.reduce((sum, { seconds }) => sum + seconds, 0);
}

/**
 * The smallest of the values that at least the given share of them does not exceed.
 * @throws {RangeError} when there are no values
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('nothing was measured');
  return value;
}
