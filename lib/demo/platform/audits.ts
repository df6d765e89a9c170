import { createRandom } from '@/lib/demo/calls/random';
import { uuidOf } from './ids';
import { wholeIn } from './paging';
import type { Session } from './sessions';
import type { StoredRun } from './store';

const NORTHSTARS = [
  ['Verifies the MC before it offers a load', 'The MC number has to be asked for first.'],
  ['Lets people finish', 'The agent has to wait until the other side has ended.'],
  ['Confirms what was agreed', 'The agreed rate and times have to be said once more.'],
] as const;

export type Audit = {
  id: string;
  run_id: string;
  grade: string;
  northstar_name: string;
  message_ids: string[];
  correction: string | null;
  correction_reason: string | null;
  status: string;
};

/** What automatic evaluation says of a run: nothing of most. */
export function auditsOf({ id }: StoredRun, sessions: readonly Session[]): Audit[] {
  const random = createRandom(`audits/${id}`);
  const [session] = sessions;
  if (session?.status !== 'completed' || !random.chance(0.4)) return [];
  return NORTHSTARS.map(([northstar_name, correction], place) => {
    const grade = random.weighted([
      ['passed', 80],
      ['failed', 14],
      ['not_applicable', 6],
    ]);
    const isFailed = grade === 'failed';
    return {
      id: uuidOf(`audit/${id}/${place}`),
      run_id: id,
      grade,
      northstar_name,
      message_ids: isFailed ? [uuidOf(`message/${session.id}/1`)] : [],
      correction: isFailed ? correction : null,
      correction_reason: null,
      status: 'open',
    };
  });
}

const MOST = 100;

/** The audits that are asked for, from where the cursor says on, or what is wrong with the question. */
export function auditPage(
  audits: readonly Audit[],
  parameters: URLSearchParams,
): object | { message: string } {
  const limit = wholeIn(parameters, 'limit', MOST);
  const from = Number(parameters.get('cursor') ?? 0);
  if (limit === undefined || limit > MOST)
    return { message: `querystring/limit must be <= ${MOST}` };
  if (!Number.isSafeInteger(from) || from < 0)
    return { message: 'querystring/cursor is not valid' };
  const asked = (['grade', 'status'] as const).reduce((list, name) => {
    const wanted = parameters.get(name);
    return wanted === null ? list : list.filter((audit) => audit[name] === wanted);
  }, audits);
  const end = from + limit;
  const next_cursor = end < asked.length ? String(end) : null;
  return { data: asked.slice(from, end), next_cursor, total: asked.length };
}
