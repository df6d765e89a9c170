import type { MeasureKey } from '@/lib/call/conversation/keys';
import { formatCount, formatSeconds } from './number';

const WRITERS: Readonly<Record<MeasureKey, (value: number) => string>> = {
  talk_share: (share) => `${Math.round(share * 100)}%`,
  silence: formatSeconds,
  interruptions: formatCount,
  response_time: formatSeconds,
  response_time_p95: formatSeconds,
  tool_calls: formatCount,
  tool_errors: formatCount,
  turns: formatCount,
};

/** A measure of a conversation as people read it: `54%`, `1.2 s`, `3`. */
export function formatMeasure(key: MeasureKey, value: number): string {
  return WRITERS[key](value);
}
