import { createdOf, type Row } from '@/lib/server/services/connection/doctor/json';
import { listingOf } from '@/lib/server/services/connection/doctor/listing';
import { found, type Step } from '@/lib/server/services/connection/doctor/step';

/** Calls of the same second come in any order. */
const SLACK_MS = 1000;

/** Whether the newest come first, and the oldest when they are asked for. */
export const order: Step = {
  subject: 'Order',
  async look(account, { ask }) {
    const newestFirst = timesOf(account.newest.rows);
    const spread = Math.max(...newestFirst) - Math.min(...newestFirst);
    if (newestFirst.length < 2 || spread <= SLACK_MS)
      return found(this.subject, 'unknown', 'There are too few calls to tell.');
    const answer = await ask('/calls', { sort: 'asc', limit: '50' });
    const oldestFirst = timesOf(listingOf(answer)?.rows ?? []);
    const rises = isRising(oldestFirst) && (oldestFirst[0] ?? 0) < Math.max(...newestFirst);
    const falls = isRising([...newestFirst].reverse());
    if (rises) account.oldest = oldestFirst[0];
    const learned = { honoured: { sort: rises && falls }, sorts: { asc: rises, desc: falls } };
    if (rises && falls)
      return found(this.subject, 'ok', 'Newest first and oldest first, as asked.', learned);
    const which = falls
      ? 'The oldest do not come first when asked'
      : 'The newest do not come first';
    return found(this.subject, 'differs', `${which}. Such lists come from the index.`, learned);
  },
};

function timesOf(rows: readonly Row[]): number[] {
  return rows.flatMap((row) => createdOf(row) ?? []);
}

function isRising(times: readonly number[]): boolean {
  return times.length > 0 && times.every((time, n) => time >= (times[n - 1] ?? time) - SLACK_MS);
}
