import { formatCount, plural } from '@/lib/format/number';
import { createdOf, textAt } from '@/lib/server/services/connection/doctor/json';
import { found, type Step } from '@/lib/server/services/connection/doctor/step';
import { day } from '@/lib/server/services/connection/doctor/words';

/** Whose calls these are: the API has no better word for it than the organization in each of them. */
export const owner: Step = {
  subject: 'Account',
  async look({ sample }) {
    const ids = new Set(sample.map((row) => textAt(row, 'organization_id')));
    const [id] = ids;
    if (id === undefined && ids.size < 2)
      return found(this.subject, 'unknown', 'The calls do not say whose they are.');
    if (ids.size > 1)
      return found(
        this.subject,
        'differs',
        `The calls are of ${ids.size} organizations. Callscope shows them together.`,
      );
    const name = /^[\w-]{1,64}$/.test(id ?? '') ? ` ${id}` : '';
    return found(this.subject, 'ok', `All calls read are of one organization${name}.`);
  },
};

/** How many calls there are, and from when to when. */
export const extent: Step = {
  subject: 'Calls',
  async look({ newest: { rows, count }, oldest }) {
    const times = rows.flatMap((row) => createdOf(row) ?? []);
    const latest = times.length === 0 ? undefined : Math.max(...times);
    const to = latest === undefined ? '' : `, the newest of ${day(latest)}`;
    const from = oldest === undefined ? '' : `, the oldest of ${day(oldest)}`;
    if (count === null) {
      return found(
        this.subject,
        'differs',
        `HappyRobot does not say how many calls there are. Callscope counts what it reads${to}.`,
      );
    }
    if (count === 0) return found(this.subject, 'ok', 'There are no calls yet.');
    if (rows.length === 0)
      return found(
        this.subject,
        'fails',
        `HappyRobot counts ${formatCount(count)} calls and lists none: ask HappyRobot.`,
      );
    return found(this.subject, 'ok', `${plural(count, 'call')}${to}${from} (UTC).`);
  },
};
