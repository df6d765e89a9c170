import type { Call } from '@/lib/call/call';
import { UNKNOWN_WORD } from '@/lib/call/query/filters';
import type { Workflow } from '@/lib/server/upstream/platform/lists/workflows';
import { emojiOf, failureOf, statusOf } from '@/lib/server/upstream/platform/words';
import { readRecord } from '@/lib/server/upstream/reading/record';
import { withoutSecrets } from '@/lib/server/upstream/reading/secrets';
import { isObject } from '@/lib/server/upstream/transport/body/body';
import { isWritten, type Session } from './sessions';
import { costsOf } from './usage';

/** What was found out of a run beside itself; undefined: not read, or it could not be. */
export type AboutRun = {
  sessions?: readonly Session[] | undefined;
  usage?: Record<string, unknown> | undefined;
};

/**
 * A run as a call of ours. What has its place there is in it, `run`, `sessions` and `usage` hold theirs as it came, and
 * `not_read` names what is not known yet. Undefined: it has no id.
 */
export function callOf(
  sent: unknown,
  workflow: Workflow | undefined,
  { sessions, usage }: AboutRun,
  now: Date,
): Call | undefined {
  if (!isObject(sent)) return undefined;
  const { data, ...run } = sent;
  const emoji = emojiOf(run.annotation);
  const notRead = [
    ...(data === undefined ? ['data'] : []),
    ...(sessions === undefined ? ['sessions'] : []),
    ...(usage === undefined ? ['usage'] : []),
  ];
  const record = {
    id: run.id,
    organization_id: run.org_id,
    type: UNKNOWN_WORD,
    status: statusOf(run.status),
    created: run.timestamp,
    use_case: { id: workflow?.id ?? run.use_case_id ?? run.workflow_id, name: workflow?.name },
    prompt_id: run.version_id,
    extraction: data,
    ratings: emoji === undefined ? [] : [{ emoji }],
    run,
    ...(sessions !== undefined && { ...toldBy(sessions, workflow, run), sessions }),
    ...(usage !== undefined && { costs: costsOf(usage), usage }),
    ...(notRead.length > 0 && { not_read: notRead }),
  };
  const call = readRecord(record, { whole: true, now });
  return call && withoutSecrets(call);
}

/** What the legs of a run tell of the call. */
function toldBy(
  sessions: readonly Session[],
  workflow: Workflow | undefined,
  run: Record<string, unknown>,
): Record<string, unknown> {
  const voices = sessions.filter((session) => !isWritten(session));
  const legs = voices.length > 0 ? voices : sessions;
  const [first] = legs;
  const lengths = legs.flatMap(({ duration }) => duration ?? []);
  const type = legs.map(directionOf).find((direction) => direction !== undefined);
  const failure = legs.findLast(({ failure_reason }) => failure_reason !== null)?.failure_reason;
  return {
    type: type ?? UNKNOWN_WORD,
    metadata: numbersOf(first, type),
    use_case: {
      id: workflow?.id ?? run.use_case_id ?? run.workflow_id,
      name: workflow?.name,
      model: first?.llm_model,
      language: first?.languages?.[0],
    },
    language: first?.languages?.[0],
    ...(lengths.length > 0 && { duration: lengths.reduce((sum, each) => sum + each, 0) }),
    ...(typeof failure === 'string' && { failure: failureOf(failure) }),
  };
}

type Direction = 'Inbound' | 'Outbound';

/** Told only where the type of the leg says so: its words are not documented. */
function directionOf({ type }: Session): Direction | undefined {
  if (/inbound|incoming/i.test(type ?? '')) return 'Inbound';
  return /outbound|outgoing/i.test(type ?? '') ? 'Outbound' : undefined;
}

/** Of the two numbers one is told, that of the other side. */
function numbersOf(session: Session | undefined, direction: Direction | undefined) {
  const number = session?.user_number;
  if (!number || direction === undefined) return undefined;
  return direction === 'Inbound' ? { from: number } : { to: number };
}
