import type { Call } from '@/lib/call/call';
import type { Transcript } from '@/lib/call/transcript/transcript';
import type { RejectedRecord } from '@/lib/server/index/store';

/** Which calls are asked for, newest first. Instants are ISO 8601 in UTC and included; null means no bound. */
export type SourceQuery = {
  from: string | null;
  to: string | null;
  limit: number;
  offset: number;
};

export type SourcePage = {
  /** Whole calls, in the order they came. */
  calls: readonly Call[];
  /** Records that came but could not be read. */
  rejected: readonly RejectedRecord[];
  /** How many calls match, all pages together. */
  count: number;
};

/** Where calls come from. A failure is thrown as a `CallscopeError`. */
export interface CallSource {
  page(query: SourceQuery, signal: AbortSignal): Promise<SourcePage>;
  /** What was said on a call; null where there is no transcript. */
  transcript(id: string, signal: AbortSignal): Promise<Transcript | null>;
  /** How many questions that people wait for are under way there. */
  busy(): number;
}
