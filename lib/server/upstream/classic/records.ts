import type { Call } from '@/lib/call/call';
import { DEFAULT_LIMIT } from '@/lib/call/query/filters';
import { beginning } from '@/lib/call/values/shorten';
import { CallscopeError } from '@/lib/server/errors';
import type { UpstreamPage } from '@/lib/server/upstream/port/upstream';
import { readRecord } from '@/lib/server/upstream/reading/record';
import { withoutSecrets } from '@/lib/server/upstream/reading/secrets';
import { isObject } from '@/lib/server/upstream/transport/body/body';
import { type Envelope, openEnvelope, unwrapCall } from './envelope';

const MAX_SHOWN_ID = 100;

/** A page as the upstream sent it: `limit` and `offset` are its echo, absent when it sent none. */
export type EchoedPage = Pick<UpstreamPage, 'calls' | 'invalid' | 'count'> &
  Pick<Envelope, 'limit' | 'offset'>;

/** `part` is what was asked for. */
type Options = { whole?: boolean; part?: { offset: number; limit: number }; now?: Date };

/**
 * Reads the answer of `GET /calls` record by record: one without an id is named in `invalid` and costs none of the
 * others. Use cases are cut down to what a row shows unless `whole`; secrets are left out.
 * @throws {CallscopeError} `upstream_invalid_response` when it is not a list of calls at all.
 */
export function readPage(
  answer: Record<string, unknown>,
  { whole = false, part = { offset: 0, limit: DEFAULT_LIMIT }, now = new Date() }: Options = {},
): EchoedPage {
  const envelope = openEnvelope(answer);
  if (!envelope) throw invalidResponse('HappyRobot sent an answer without a list of calls.');
  const { records, ...said } = envelope;
  const calls = new Map<string, Call>();
  const invalid: UpstreamPage['invalid'] = [];
  for (const record of records) {
    const call = readRecord(record, { whole, now });
    if (!call) invalid.push(problemOf(record));
    else if (calls.has(call.id)) invalid.push({ id: call.id, problem: 'appears twice' });
    else calls.set(call.id, withoutSecrets(call));
  }
  const count = possible(said.count, part, records.length) ?? countOf(said, part, records.length);
  return { ...said, count, calls: [...calls.values()], invalid };
}

/**
 * Reads the answer of `GET /calls/{id}`. Secrets are left out.
 * @throws {CallscopeError} `upstream_invalid_response` when it is no call, or another one.
 */
export function readCall(answer: Record<string, unknown>, id: string, now = new Date()): Call {
  const read = (record: unknown) => readRecord(record, { whole: true, now });
  const call = read(unwrapCall(answer, (value) => read(value)?.id === id));
  if (!call) throw invalidResponse('HappyRobot sent a call that cannot be read: it has no id.');
  if (call.id !== id) {
    throw invalidResponse('HappyRobot sent another call than the one that was asked for.');
  }
  return withoutSecrets(call);
}

/** Nobody gives pages smaller than that, whatever was asked for: only a shorter one is known to be the last. */
const SMALLEST_PAGE = 10;

/** A count that the page itself disproves says nothing. */
function possible(
  count: number | undefined,
  { offset }: { offset: number },
  rows: number,
): number | undefined {
  return rows > 0 && count !== undefined && count < offset + rows ? undefined : count;
}

/**
 * How many calls there are where it was not said: those up to the end of a page that is surely the last, else at least
 * one more. What comes behind them is found out by asking.
 */
function countOf(
  said: Pick<Envelope, 'limit'>,
  part: { offset: number; limit: number },
  rows: number,
): number {
  const isLast = rows < Math.min(part.limit, said.limit ?? SMALLEST_PAGE);
  return part.offset + rows + (isLast ? 0 : 1);
}

function problemOf(record: unknown): { id?: string; problem: string } {
  if (!isObject(record)) return { problem: 'record: is no object' };
  const { id } = record;
  if (typeof id !== 'string') return { problem: 'id: is missing' };
  return { id: beginning(id, MAX_SHOWN_ID), problem: 'id: must be a call id' };
}

function invalidResponse(detail: string): CallscopeError {
  return new CallscopeError('upstream_invalid_response', detail);
}
