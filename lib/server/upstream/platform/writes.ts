import type { UpstreamWrites } from '@/lib/server/upstream/port/upstream';
import { checkId } from '@/lib/server/upstream/reading/check-id';
import type { createWrite } from '@/lib/server/upstream/transport/write';
import { runPath } from './asking';
import { impossible } from './can';
import { annotationOf } from './words';

/** What can be written on a run is a mark, for everybody. */
export function createPlatformWrites(write: ReturnType<typeof createWrite>): UpstreamWrites {
  const noNotes = async () => {
    throw impossible('HappyRobot keeps no notes on runs.');
  };
  return {
    addNote: noNotes,
    changeNote: noNotes,
    removeNote: noNotes,
    async markViewed() {
      throw impossible('HappyRobot does not keep who has looked at a run.');
    },
    async rate(id, { emoji, operation }) {
      checkId(id);
      if (operation === 'remove')
        throw impossible('HappyRobot lets nobody take the mark of a run back from outside.');
      const annotation = annotationOf(emoji);
      if (annotation === undefined) throw impossible(`A run cannot be marked with ${emoji}.`);
      const path = runPath(id, '/mark');
      return write({ subject: 'call', method: 'POST', path, body: { annotation } });
    },
  };
}
