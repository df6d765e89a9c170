import * as z from 'zod/mini';
import type { CallMeasures } from './keys';

const measure = z.nullable(z.number());

/**
 * How a conversation went, as answers tell it: the talk share from 0 to 1, times in seconds, null where unknown;
 * `first_words` is what the other side said first, cut to the beginning where that was long.
 */
export const measuresSchema = z.object({
  talk_share: measure,
  silence: measure,
  interruptions: measure,
  response_time: measure,
  response_time_p95: measure,
  tool_calls: measure,
  tool_errors: measure,
  turns: measure,
  first_words: z.nullable(z.string()),
}) satisfies z.ZodMiniType<CallMeasures>;
