import { quantile } from '../figures';

/** In milliseconds. */
export type Latency = { p50: number; p95: number };

export function latencyOf(times: readonly number[]): Latency {
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}
