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

/** How finely each is known: so many steps make one. */
export const MEASURE_STEPS: Readonly<Record<MeasureKey, number>> = {
  talk_share: 10_000,
  silence: 1000,
  interruptions: 1,
  response_time: 1000,
  response_time_p95: 1000,
  tool_calls: 1,
  tool_errors: 1,
  turns: 1,
};

/** The measures of one call; null where unknown. */
export type MeasureValues = Record<MeasureKey, number | null>;

/** What is told of a conversation beside its call: its measures, and how the other side began; null where unknown. */
export type CallMeasures = MeasureValues & { first_words: string | null };
