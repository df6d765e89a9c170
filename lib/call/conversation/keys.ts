/** How a conversation went, in numbers. */
export const MEASURE_KEYS = [
  'talk_share',
  'silence',
  'interruptions',
  'response_time',
  'response_time_p95',
  'tool_calls',
  'tool_errors',
  'turns',
] as const;
export type MeasureKey = (typeof MEASURE_KEYS)[number];

/** Those that calls can be filtered and sorted by. */
export const ASKED_MEASURES = [
  'talk_share',
  'silence',
  'interruptions',
  'response_time',
  'tool_errors',
] as const satisfies MeasureKey[];
export type AskedMeasure = (typeof ASKED_MEASURES)[number];

export function isAskedMeasure(name: string): name is AskedMeasure {
  return ASKED_MEASURES.some((known) => known === name);
}

/** The measures of one call; null where unknown. */
export type MeasureValues = Record<MeasureKey, number | null>;
