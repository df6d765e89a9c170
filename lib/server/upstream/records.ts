import * as z from 'zod';
import { type Call, callRowSchema, callSchema } from '@/lib/call/call';
import { CallscopeError } from '@/lib/server/errors';
import { isObject } from './body';
import type { UpstreamPage } from './client';
import { withoutSecrets } from './secrets';

/** Deeper than any call, far from the depth at which walking or writing a value overflows the stack. */
const MAX_DEPTH = 64;
const MAX_SHOWN_ID = 100;

const optionalCount = z.int().nonnegative().optional().catch(undefined);
const envelopeSchema = z.object({
  calls: z.array(z.unknown()),
  count: z.int().nonnegative(),
  limit: optionalCount,
  offset: optionalCount,
});

/** A page as the upstream sent it: `limit` and `offset` are its echo, absent when it sent none. */
export type EchoedPage = Pick<UpstreamPage, 'calls' | 'invalid' | 'count'> & {
  limit?: number;
  offset?: number;
};

/** Compiled once: hundreds of records pass through it with every page. */
const wholeSchema = z.compile(callSchema);

/** A record of a list repeats the whole configuration of its use case, most of its weight, and no list shows it. */
const listedSchema = z.compile(
  z.looseObject({ ...callSchema.shape, use_case: callRowSchema.shape.use_case }),
);

type Reading = { call: Call } | { id?: string; problem: string };

/**
 * Reads the answer of `GET /calls` record by record: one that cannot be read is named in `invalid` and costs
 * none of the others. Use cases are cut down to what a row shows unless `whole`; secrets are left out.
 * @throws {CallscopeError} `upstream_invalid_response` when it is not a list of calls at all.
 */
export function readPage(answer: Record<string, unknown>, whole = false): EchoedPage {
  const envelope = envelopeSchema.safeParse(answer);
  if (!envelope.success) {
    throw invalidResponse(`HappyRobot sent a list of calls whose ${whatIsWrong(envelope.error)}.`);
  }
  const calls = new Map<string, Call>();
  const invalid: UpstreamPage['invalid'] = [];
  for (const record of envelope.data.calls) {
    const reading = readRecord(whole ? wholeSchema : listedSchema, record);
    if (!('call' in reading)) invalid.push(reading);
    else if (calls.has(reading.call.id))
      invalid.push({ id: reading.call.id, problem: 'appears twice' });
    else calls.set(reading.call.id, reading.call);
  }
  return { ...envelope.data, calls: [...calls.values()], invalid };
}

/**
 * Reads the answer of `GET /calls/{id}`. Secrets are left out.
 * @throws {CallscopeError} `upstream_invalid_response` when it is no call, or another one.
 */
export function readCall(answer: Record<string, unknown>, id: string): Call {
  const reading = readRecord(wholeSchema, answer);
  if (!('call' in reading)) {
    throw invalidResponse(`HappyRobot sent a call that cannot be read: ${reading.problem}.`);
  }
  if (reading.call.id !== id) {
    throw invalidResponse('HappyRobot sent another call than the one that was asked for.');
  }
  return reading.call;
}

function readRecord(schema: z.core.$ZodType<Call>, record: unknown): Reading {
  const outcome = z.safeParse(schema, record);
  if (!outcome.success) return { ...idOf(record), problem: whatIsWrong(outcome.error) };
  if (isDeeperThan(MAX_DEPTH, outcome.data)) {
    return { ...idOf(record), problem: `is nested deeper than ${MAX_DEPTH} levels` };
  }
  return { call: withoutSecrets(outcome.data) };
}

function idOf(record: unknown): { id?: string } {
  if (typeof record !== 'object' || record === null || !('id' in record)) return {};
  return typeof record.id === 'string' ? { id: record.id.slice(0, MAX_SHOWN_ID) } : {};
}

/** The first thing wrong: the path of the field and what is the matter with it. */
function whatIsWrong(error: z.core.$ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'it cannot be read';
  const field = issue.path.length === 0 ? 'record' : issue.path.join('.');
  return `${field}: ${issue.message}`;
}

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((item) => isDeeperThan(levels - 1, item));
  if (!isObject(value)) return false;
  for (const key in value) {
    if (isDeeperThan(levels - 1, value[key])) return true;
  }
  return false;
}

function invalidResponse(detail: string): CallscopeError {
  return new CallscopeError('upstream_invalid_response', detail);
}
