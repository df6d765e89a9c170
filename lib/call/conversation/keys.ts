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
