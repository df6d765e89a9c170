import * as z from 'zod/mini';
import { UPSTREAM_FILTER_KEYS } from '@/lib/call/query/filters';

/** Whether HappyRobot does what it is asked; null as long as nobody has seen it either way. */
const honoured = z.nullable(z.boolean());

/** The parameters of a list that its answer can be held to. */
export const HELD_KEYS = [...UPSTREAM_FILTER_KEYS, 'sort'] as const;
export type HeldKey = (typeof HELD_KEYS)[number];

/** What this account's upstream can do, as far as it was seen. */
export const capabilitiesSchema = z.object({
  /** The name under which it skips calls; null: not known, or the account is too small to tell. */
  paging: z.nullable(z.enum(['skip', 'offset'])),
  /** The largest page that it gave; null: not known. */
  max_limit: z.nullable(z.number()),
  /** Whether it gives the recordings of calls; null: not known. */
  recordings: z._default(honoured, null),
  honoured: z.record(z.enum(HELD_KEYS), honoured),
});
export type Capabilities = z.infer<typeof capabilitiesSchema>;

const OUTCOMES = ['ok', 'differs', 'fails', 'unknown'] as const;

/** One thing that the check looked at; `detail` is for people, and names no number, name, note or key. */
export const findingSchema = z.object({
  subject: z.string(),
  outcome: z.enum(OUTCOMES),
  detail: z.string(),
});
export type Finding = z.infer<typeof findingSchema>;

/** A field that did not fit its documented shape: in how many calls, and one of them. */
export const oddFieldSchema = z.object({
  /** The path inside a call with indexes left out: `costs.voip`, `notes.id`. */
  path: z.string(),
  calls: z.number(),
  example: z.string(),
  /** When it was first seen: ISO 8601 in UTC. */
  since: z.string(),
});
export type OddField = z.infer<typeof oddFieldSchema>;

/** `GET /api/upstream`: what the last check found. Instants are ISO 8601 in UTC. */
export const upstreamCheckSchema = z.object({
  kind: z.enum(['calls', 'platform']),
  /** Null: nothing was checked yet. */
  checked_at: z.nullable(z.string()),
  /** How far the check is that runs at this moment; null: none does. */
  checking: z.nullable(z.object({ done: z.number(), of: z.number() })),
  capabilities: capabilitiesSchema,
  findings: z.array(findingSchema),
  odd_fields: z.array(oddFieldSchema),
});
export type UpstreamCheck = z.infer<typeof upstreamCheckSchema>;

/** `GET /api/usage`: what HappyRobot counted in a month against what the index has of it; null where it tells nothing. */
export const usageResponseSchema = z.object({
  month: z.nullable(
    z.object({
      /** ISO 8601 in UTC; `to` is not in it. */
      from: z.string(),
      to: z.string(),
      happyrobot: z.number(),
      index: z.number(),
    }),
  ),
});
export type UsageResponse = z.infer<typeof usageResponseSchema>;
