import type { Turn } from '@/lib/call/transcript/turns';
import type { Measured } from './measured';
import { tellsFailure } from './tool-failure';

/** How often tools were called, and how many of those calls failed; unknown where nobody spoke, as all else is. */
export function toolUseOf(
  turns: readonly Turn[],
  isSpoken: boolean,
): { tool_calls: Measured; tool_errors: Measured } {
  const uses = turns.flatMap(({ tools }) => tools.map(({ results }) => results));
  // An answer to no call belongs to one whose answer is missing, or whose call is.
  const strays = turns.filter(({ speaker }) => speaker === 'tool').map(({ words }) => [words]);
  const answered = [...uses.filter((results) => results.length > 0), ...strays];
  const calls = Math.max(uses.length, answered.length);
  const isKnown = isSpoken && (calls > 0 || turns.some(({ speaker }) => speaker === 'agent'));
  const failed = answered.filter((results) => results.some(({ text }) => tellsFailure(text)));
  return {
    tool_calls: { value: isKnown ? calls : null, measured: calls, of: calls },
    tool_errors: {
      value: isKnown && (answered.length > 0 || calls === 0) ? failed.length : null,
      measured: answered.length,
      of: calls,
    },
  };
}
