import { createRandom } from '@/lib/demo/calls/random';
import { uuidOf } from './ids';
import type { Session } from './sessions';
import type { StoredRun } from './store';

const NORTHSTARS = [
  ['Verifies the MC before it offers a load', 'The MC number has to be asked for first.'],
  ['Lets people finish', 'The agent has to wait until the other side has ended.'],
  ['Confirms what was agreed', 'The agreed rate and times have to be said once more.'],
] as const;

/** What automatic evaluation says of a run: nothing of most. */
export function auditsOf({ id }: StoredRun, sessions: readonly Session[]): object {
  const random = createRandom(`audits/${id}`);
  const [session] = sessions;
  const isAudited = session?.status === 'completed' && random.chance(0.4);
  const data = isAudited
    ? NORTHSTARS.map(([northstar_name, correction], place) => {
        const grade = random.weighted([
          ['passed', 80],
          ['failed', 14],
          ['not_applicable', 6],
        ]);
        return {
          id: uuidOf(`audit/${id}/${place}`),
          run_id: id,
          grade,
          northstar_name,
          message_ids: grade === 'failed' ? [uuidOf(`message/${session.id}/1`)] : [],
          correction: grade === 'failed' ? correction : null,
          correction_reason: null,
          status: 'open',
        };
      })
    : [];
  return { data, next_cursor: null, total: data.length };
}
