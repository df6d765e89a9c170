import { formatCount } from '@/lib/format/number';
import { found, type Step } from '../step';
import { type Usage, usageOf } from '../usage';
import { day } from '../words';

const SUBJECT = 'HappyRobot’s own count';

/** What HappyRobot bills for, held against what the index has. */
export const ownCount: Step = {
  subject: SUBJECT,
  async look(_, { ask, index, now }) {
    const answer = await ask('/usage', { timeframe: 'weekly' });
    if (answer.status !== 200)
      return found(SUBJECT, 'unknown', `There is none at /usage (status ${answer.status}).`);
    const ended = usageOf(answer.body, 'weekly').filter(({ to }) => to <= now());
    const [week] = ended;
    if (!week) return found(SUBJECT, 'unknown', 'It names no week that has ended.');
    const known = await index();
    const counted = `HappyRobot counts ${formatCount(week.calls)} calls in the week from ${day(week.from)}`;
    if ('reason' in known) return found(SUBJECT, 'unknown', `${counted}. ${known.reason}`);
    const ours = await known.callsBetween(week.from, week.to);
    if (ours === week.calls)
      return found(SUBJECT, 'ok', `${counted}, the index has ${formatCount(ours)}.`);
    if (!known.complete)
      return found(SUBJECT, 'unknown', `${counted}; the index has not read all calls yet.`);
    return found(
      SUBJECT,
      'differs',
      `${counted}, the index has ${formatCount(ours)}. ${reasonFor(week, ours)}`,
    );
  },
};

function reasonFor({ calls }: Usage, ours: number): string {
  return ours > calls
    ? 'HappyRobot may count in another time zone, or only calls that were answered.'
    : 'HappyRobot may count in another time zone, or calls that were deleted since or cannot be read.';
}
