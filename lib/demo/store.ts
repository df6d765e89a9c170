import { type Call, callSchema } from '@/lib/call/call';
import { createTranscript } from './calls/transcript/transcript';
import { at, leavesOf, listAt, textAt } from './json';
import { oddRecord } from './odd/odd-records';

/** A record as it is served, with what the filters ask about read out of it once. */
export type StoredCall = {
  /** A call, or whatever a test inserted: served as it is. */
  readonly record: unknown;
  readonly id: string | undefined;
  /** Milliseconds; a record without a readable `created` counts as the newest. */
  readonly created: number;
  readonly type: string | undefined;
  readonly status: string | undefined;
  readonly tags: readonly unknown[];
  readonly model: string | undefined;
  readonly ratings: readonly (string | undefined)[];
  readonly useCase: string | undefined;
  readonly campaign: string | undefined;
  readonly transferEmail: string | undefined;
  /** Lower-case text that `search` looks through, one value per line. */
  searchText(): string;
  /** The record as UTF-8 JSON; `odd` deviates from the documentation. */
  json(odd: boolean): Buffer;
};

export type CallStore = {
  /** Newest first. */
  all(): readonly StoredCall[];
  get(id: string): StoredCall | undefined;
  /** Adds records; one whose id is known takes the place of the older one. */
  put(records: readonly unknown[]): void;
  /** Rewrites a call; undefined when there is no such call or its record is not one. */
  update(id: string, change: (call: Call) => Call): StoredCall | undefined;
  /** What was said on a call: made up unless it was put in, null when there is none. */
  transcript(call: StoredCall): unknown;
  putTranscript(id: string, transcript: unknown): void;
  /** Back to the calls the store began with. */
  restore(): void;
};

/** Calls in memory. Writes replace records and never change the given calls. */
export function createCallStore(generated: readonly Call[]): CallStore {
  const original = generated.map(storedCall);
  let calls: StoredCall[] = [];
  let byId = new Map<string, StoredCall>();
  const transcripts = new Map<string, unknown>();

  const index = (records: StoredCall[]) => {
    calls = records.sort(newestFirst);
    byId = new Map(records.flatMap((call) => (call.id === undefined ? [] : [[call.id, call]])));
  };
  index([...original]);

  return {
    all: () => calls,
    get: (id) => byId.get(id),
    put(records) {
      const added = records.map(storedCall);
      const replaced = new Set(added.flatMap((call) => call.id ?? []));
      index([...calls.filter((call) => call.id === undefined || !replaced.has(call.id)), ...added]);
    },
    update(id, change) {
      const before = byId.get(id);
      const call = before && asCall(before.record);
      if (!before || !call) return undefined;
      const after = storedCall(change(call));
      calls[calls.indexOf(before)] = after;
      byId.set(id, after);
      return after;
    },
    transcript: ({ id, record }) =>
      id !== undefined && transcripts.has(id) ? transcripts.get(id) : createTranscript(record),
    putTranscript: (id, transcript) => void transcripts.set(id, transcript),
    restore() {
      transcripts.clear();
      index([...original]);
    },
  };
}

function storedCall(record: unknown): StoredCall {
  let text: string | undefined;
  const bytes: { right?: Buffer; odd?: Buffer } = {};
  const created = Date.parse(textAt(record, 'created') ?? '');
  return {
    record,
    id: textAt(record, 'id'),
    created: Number.isNaN(created) ? Number.POSITIVE_INFINITY : created,
    type: textAt(record, 'type'),
    status: textAt(record, 'status'),
    tags: listAt(record, 'metadata', 'tags'),
    model: textAt(record, 'use_case', 'model'),
    ratings: listAt(record, 'ratings').map((rating) => textAt(rating, 'emoji')),
    useCase: textAt(record, 'use_case', 'id'),
    campaign: textAt(record, 'campaign_id'),
    transferEmail: textAt(record, 'transfer_contact_email')?.toLowerCase(),
    searchText() {
      text ??= searchText(record);
      return text;
    },
    json(odd) {
      if (odd) bytes.odd ??= Buffer.from(JSON.stringify(oddRecord(record)));
      else bytes.right ??= Buffer.from(JSON.stringify(record));
      return (odd ? bytes.odd : bytes.right) ?? Buffer.alloc(0);
    },
  };
}

/** Assumed: search looks at both numbers and at every value of the extraction, nested ones too. */
function searchText(record: unknown): string {
  const extraction = at(record, 'extraction');
  const values = [
    textAt(record, 'metadata', 'from') ?? '',
    textAt(record, 'metadata', 'to') ?? '',
    ...leavesOf(extraction),
  ];
  return values.join('\n').toLowerCase();
}

function newestFirst(a: StoredCall, b: StoredCall): number {
  if (a.created !== b.created) return a.created < b.created ? 1 : -1;
  return (a.id ?? '') < (b.id ?? '') ? 1 : -1;
}

/** Guarantee: the schema accepts the record. The record itself is returned, so that unknown fields keep their order. */
function asCall(record: unknown): Call | undefined {
  return callSchema.safeParse(record).success ? (record as Call) : undefined;
}
