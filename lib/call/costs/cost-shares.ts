import { type CostComponent, type CostLine, type Micros, toMicros } from './costs';

/** A piece of a bar: where it starts and how long it is, both as parts of 1. */
type CostSegment = { component: CostComponent; start: number; size: number };

/**
 * The components as pieces of one bar, which is full with the sum of the positive amounts: a missing amount has no
 * piece, and neither has a negative one.
 */
export function costSegments(lines: readonly CostLine[]): CostSegment[] {
  const amounts = lines.flatMap(({ component, micros }) =>
    micros !== null && micros > 0 ? [{ component, micros }] : [],
  );
  const whole = amounts.reduce((sum, { micros }) => sum + micros, 0);
  let before = 0;
  return amounts.map(({ component, micros }) => {
    const start = before / whole;
    before += micros;
    return { component, start, size: micros / whole };
  });
}

/** An amount by the minute of a call of so many seconds; null where one of the two is not known or the call had no length. */
export function perMinute(
  micros: Micros | null,
  seconds: number | null | undefined,
): Micros | null {
  if (micros === null || seconds === null || seconds === undefined || seconds <= 0) return null;
  return Math.round(micros / (seconds / 60));
}

/** The numbers among the rates that the upstream sent under `per-minute`, whose keys are not documented. */
export function minuteRates(
  rates: Record<string, unknown> | null | undefined,
): { key: string; micros: Micros }[] {
  return Object.entries(rates ?? {}).flatMap(([key, amount]) =>
    typeof amount === 'number' && Number.isFinite(amount)
      ? [{ key, micros: toMicros(amount) }]
      : [],
  );
}
