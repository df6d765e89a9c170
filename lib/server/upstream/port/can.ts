import type { Sort, UPSTREAM_FILTER_KEYS } from '@/lib/call/query/filters';

/**
 * What an adapter can be asked for at all, whatever the account: what it cannot is refused with `invalid_request` and
 * a sentence, before anything is sent. What an account was seen to do is another matter (`CapabilitiesService`).
 */
export type UpstreamCan = {
  /** Which of HappyRobot's products it speaks to. */
  kind: 'calls' | 'platform';
  /** The filters of a list. */
  filters: readonly (typeof UPSTREAM_FILTER_KEYS)[number][];
  sorts: readonly Sort[];
  /** What a listed call does not tell yet, and the call by itself does; empty: a listed call is whole. */
  onlyAlone: readonly ('type' | 'duration' | 'language' | 'model' | 'numbers' | 'costs')[];
  transcripts: boolean;
  recordings: boolean;
  notes: boolean;
  viewed: boolean;
  ratings: {
    /** Null: whichever. */
    emojis: readonly string[] | null;
    /** Whether one can be taken back. */
    removable: boolean;
    /** Whether it is kept who gave it; else there is one for everybody, and the later takes the place of the earlier. */
    persons: boolean;
  };
  /** What the amounts in `costs` are: money in the currency of the account, or credits. */
  costs: 'money' | 'credits';
};
