/** How often and how hard the sync works. */
export type SyncSettings = {
  /** How often to look for new calls. */
  newMs: number;
  /** How often to read the last 24 hours again. */
  dayMs: number;
  /** How often to read the last 7 days again. */
  weekMs: number;
  /** The hour of the day, in UTC, at which everything is read again. */
  allHour: number;
  /** The largest part of the time that may be spent asking, above 0 and at most 1. */
  share: number;
  /** Whether what was said on calls is read and kept, too. */
  transcripts: boolean;
};
