import { callSchema } from '@/lib/call/call';
import { RATINGS, STATUSES } from '@/lib/call/query/filters';
import { formatCount, plural } from '@/lib/format/number';
import { listAt, textAt } from '@/lib/server/services/connection/doctor/json';
import { found, type Step } from '@/lib/server/services/connection/doctor/step';
import { countedNames } from '@/lib/server/services/connection/doctor/words';

/** Fields that the documentation does not name. */
export const unknownFields: Step = {
  subject: 'Unknown fields',
  async look({ sample }) {
    const counts = counted(sample.flatMap((row) => Object.keys(row).filter(isUnknown)));
    if (counts.size === 0) return found(this.subject, 'ok', 'None in the calls read.');
    return found(
      this.subject,
      'ok',
      `${countedNames(counts)} of ${plural(sample.length, 'call')}. They are kept, and shown under Raw.`,
    );
  },
};

const KNOWN = new Set(Object.keys(callSchema.shape));
const isUnknown = (name: string) => !KNOWN.has(name);

/** Statuses and ratings beyond the documented ones. */
export const values: Step = {
  subject: 'Statuses and ratings',
  async look({ sample }) {
    const statuses = counted(
      sample.flatMap((row) => textAt(row, 'status') ?? []),
      STATUSES,
    );
    const ratings = counted(
      sample.flatMap((row) =>
        listAt(row, 'ratings').flatMap((rating) => textAt(rating, 'emoji') ?? []),
      ),
      RATINGS,
    );
    if (statuses.size === 0 && ratings.size === 0)
      return found(this.subject, 'ok', 'All are documented ones.');
    const told = [
      statuses.size > 0 && `Statuses that are not documented: ${countedNames(statuses)}.`,
      ratings.size > 0 && `Ratings that are not documented: ${formatCount(ratings.size)}.`,
      'They are shown as they are.',
    ];
    return found(this.subject, 'differs', told.filter(Boolean).join(' '));
  },
};

function counted(names: readonly string[], known: readonly string[] = []): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names)
    if (!known.includes(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
