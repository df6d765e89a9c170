import type { RecordCondition, SyncStatus } from '@/lib/call/answers/index-responses';
import type { Log } from '@/lib/server/sync/log';
import { isRecordError } from './record';

/** How this instance stands with the record, as people and machines are told. */
export interface RecordMonitor {
  connected(): void;
  /** The index had all of the record a moment ago. */
  caughtUp(): void;
  failed(error: unknown): void;
  leads(isLeader: boolean): void;
  condition(): RecordCondition;
  told(): NonNullable<SyncStatus['shared']>;
}

/** `monotonic` in milliseconds. The log is told of changes, not of each failure. */
export function createRecordMonitor(log: Log, monotonic = () => performance.now()): RecordMonitor {
  let reason: string | null = 'The shared record has not answered yet.';
  let told: string | null = null;
  let leader = false;
  let whole = monotonic();

  const condition = (): RecordCondition => ({
    record: reason === null ? 'connected' : 'away',
    leader,
    lag_seconds: Math.floor((monotonic() - whole) / 1000),
  });

  return {
    condition,
    connected() {
      if (told !== null) log.info({}, 'the shared record is there again');
      [reason, told] = [null, null];
    },
    caughtUp() {
      whole = monotonic();
    },
    failed(error) {
      reason = isRecordError(error) ? error.message : 'The log of the server tells more.';
      if (told === reason) return;
      told = reason;
      const unforeseen = isRecordError(error) ? {} : { err: error };
      log.warn({ detail: reason, ...unforeseen }, 'the shared record is away');
    },
    leads(isLeader) {
      leader = isLeader;
    },
    told: () => ({ ...condition(), reason }),
  };
}
