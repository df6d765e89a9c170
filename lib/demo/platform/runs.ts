import { iso } from '@/lib/demo/calls/central-time';
import { createRandom } from '@/lib/demo/calls/random';
import { at, textAt } from '@/lib/demo/json';
import { durationOf } from '@/lib/demo/recordings/sound';
import type { StoredCall } from '@/lib/demo/store';
import { ORG_ID, uuidOf } from './ids';
import { versionAt } from './workflows';

export const ANNOTATIONS = ['correct', 'incorrect', 'critical'] as const;
export type Annotation = (typeof ANNOTATIONS)[number];

/** A run as the list of a workflow writes it. */
export type Run = {
  id: string;
  status: string;
  org_id: string;
  timestamp: string;
  use_case_id: string;
  version_id: string;
  execution_environment: string | null;
  annotation: Annotation | null;
  completed_at: string | null;
  input_tokens: number | null;
  output_tokens: number | null;
  is_e2e_test: boolean;
  data: Record<string, unknown>;
};

/** What became of a run, by how its call went; every other call was carried through. */
const STATUSES: Partial<Record<string, string>> = {
  Scheduled: 'scheduled',
  Queued: 'not_started',
  Initiated: 'running',
  Ringing: 'running',
  'In progress': 'running',
  Canceled: 'canceled',
  Failed: 'failed',
};

const BY_EMOJI: Partial<Record<string, Annotation>> = {
  '✅': 'correct',
  '👎': 'incorrect',
  '🚨': 'critical',
};

export function runIdOf(callId: string): string {
  return uuidOf(`run/${callId}`);
}

/** The run in which a call was made. */
export function runOf(call: StoredCall, workflowId: string): Run {
  const { record, created, id = '' } = call;
  const random = createRandom(`run/${id}`);
  const status = STATUSES[call.status ?? ''] ?? 'completed';
  const isOver = ['completed', 'canceled', 'failed'].includes(status);
  const seconds = durationOf(record);
  const minutes = seconds / 60;
  return {
    id: runIdOf(id),
    status,
    org_id: ORG_ID,
    timestamp: iso(created),
    use_case_id: workflowId,
    version_id: versionAt(workflowId, created).id,
    execution_environment: 'production',
    annotation: BY_EMOJI[call.ratings[0] ?? ''] ?? null,
    completed_at: isOver ? iso(created + seconds * 1000 + random.int(1, 9) * 1000) : null,
    input_tokens: isOver ? Math.round(minutes * (9_000 + 2_600 * minutes)) : null,
    output_tokens: isOver ? Math.round(minutes * 230) : null,
    is_e2e_test: random.chance(0.01),
    data: dataOf(record),
  };
}

/** The columns that the organisation has added: what the agent found out, and how it took the call. */
function dataOf(record: unknown): Record<string, unknown> {
  const extraction = at(record, 'extraction');
  const found =
    typeof extraction === 'object' && extraction !== null ? Object.entries(extraction) : [];
  const tag = textAt(record, 'classification', 'tag');
  return {
    ...Object.fromEntries(found.map(([name, value]) => [`extract.${name}`, value])),
    ...(tag !== undefined && { 'classify.tag': tag }),
  };
}
