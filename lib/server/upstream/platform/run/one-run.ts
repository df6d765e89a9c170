import type { Call } from '@/lib/call/call';
import { CallscopeError, isCallscopeError } from '@/lib/server/errors';
import type { Asking } from '@/lib/server/upstream/platform/asking';
import { runPath } from '@/lib/server/upstream/platform/asking';
import type { Workflow, Workflows } from '@/lib/server/upstream/platform/lists/workflows';
import { readPage } from '@/lib/server/upstream/platform/pages';
import { isObject } from '@/lib/server/upstream/transport/body/body';
import { callOf } from './run-call';
import { readSessions } from './sessions';

/** As many runs of one second are looked through for the one that is meant. */
const LARGEST_PAGE = 2000;

/**
 * Everything about a run: itself, its columns (which only the list of its workflow tells), its legs, and what it used.
 * Only the run itself has to be there; of the rest what could not be read is named in `not_read`.
 */
export async function readRun(id: string, workflows: Workflows, asking: Asking): Promise<Call> {
  const run = await asking.get('call', runPath(id));
  if (run.id !== id)
    throw new CallscopeError(
      'upstream_invalid_response',
      'HappyRobot sent another run than the one that was asked for.',
    );
  const workflowId = run.workflow_id ?? run.use_case_id;
  const [row, sessions, usage, list] = await Promise.all([
    unlessFailed(rowOf(run, workflowId, asking)),
    unlessFailed(readSessions(id, asking.try)),
    unlessFailed(asking.try('call', `/billing/usage/runs/${encodeURIComponent(id)}`)),
    unlessFailed(workflows.all(asking)),
  ]);
  const workflow = (list ?? []).find((each: Workflow) => each.id === workflowId);
  const call = callOf({ ...row, ...run }, workflow, { sessions, usage }, new Date());
  if (call) return call;
  throw new CallscopeError(
    'upstream_invalid_response',
    'HappyRobot sent a run that cannot be read: it has no id.',
  );
}

/** The run as the list of its workflow writes it: found by the second in which it began. */
async function rowOf(
  { id, timestamp }: Record<string, unknown>,
  workflowId: unknown,
  asking: Asking,
): Promise<Record<string, unknown> | undefined> {
  const time = typeof timestamp === 'string' ? Date.parse(timestamp) : Number.NaN;
  if (typeof workflowId !== 'string' || Number.isNaN(time)) return undefined;
  const answer = await asking.try('workflow', `/workflows/${encodeURIComponent(workflowId)}/runs`, {
    // Whether the bounds are in the range, and how exact they are, is not documented.
    start_date: new Date(time - 1000).toISOString(),
    end_date: new Date(time + 1000).toISOString(),
    page: '1',
    page_size: String(LARGEST_PAGE),
  });
  return readPage(answer, LARGEST_PAGE)
    .records.filter(isObject)
    .find((record) => record.id === id);
}

/** What could not be read is not known. What nobody foresaw, and who left, is another matter. */
function unlessFailed<T>(answer: Promise<T>): Promise<T | undefined> {
  return answer.catch((error: unknown) => {
    if (isCallscopeError(error)) return undefined;
    throw error;
  });
}
