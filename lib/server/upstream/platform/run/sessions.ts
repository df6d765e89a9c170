import * as z from 'zod';
import type { Asking } from '@/lib/server/upstream/platform/asking';
import { runPath } from '@/lib/server/upstream/platform/asking';
import { readAll } from '@/lib/server/upstream/platform/pages';

/** What is not what it should be says nothing. */
const text = z.string().nullable().catch(null);

/** What Callscope reads of a leg; the rest stays as it came. */
const sessionSchema = z.looseObject({
  id: z.string().min(1),
  type: text,
  timestamp: text,
  /** Seconds. */
  duration: z.number().min(0).nullable().catch(null),
  user_number: text,
  llm_model: text,
  failure_reason: text,
  languages: z.array(z.string()).nullable().catch(null),
});

/** One leg of a run: a call, a transfer, a chat. */
export type Session = z.output<typeof sessionSchema>;

const PAGE_SIZE = 100;

/** The legs of a run, in the order they began. */
export async function readSessions(id: string, ask: Asking['get']): Promise<Session[]> {
  const records = await readAll(PAGE_SIZE, (page) =>
    ask('transcript', runPath(id, '/sessions'), {
      page: String(page),
      page_size: String(PAGE_SIZE),
      sort: 'asc',
    }),
  );
  const sessions = records.flatMap((record) => sessionSchema.safeParse(record).data ?? []);
  return sessions.sort((a, b) => beganAt(a) - beganAt(b));
}

/** Milliseconds; what has no time comes last. */
export function beganAt({ timestamp }: Session): number {
  const time = Date.parse(timestamp ?? '');
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time;
}

/** A leg on which nobody spoke, because it was written. */
export function isWritten({ type }: Session): boolean {
  return type !== null && /chat|text|sms|e-?mail/i.test(type);
}
