import { formatCount, plural } from '@/lib/format/number';
import {
  found,
  type Looked,
  type Step,
  type Tools,
} from '@/lib/server/services/connection/doctor/step';
import { type Usage, usageOf } from '@/lib/server/services/connection/doctor/usage';
import { day } from '@/lib/server/services/connection/doctor/words';

const SUBJECT = 'HappyRobot’s own count';

const LENGTHS = { weekly: 'week', daily: 'day' } as const;

/** HappyRobot's own count of the last week that has ended, or of the last day, held against what the index has. */
export const ownCount: Step = {
  subject: SUBJECT,
  async look(_, tools) {
    for (const timeframe of ['weekly', 'daily'] as const) {
      const answer = await tools.ask('/usage', { timeframe });
      if (answer.status !== 200)
        return found(SUBJECT, 'unknown', `There is none at /usage (status ${answer.status}).`);
      const ended = usageOf(answer.body, timeframe).find(({ to }) => to <= tools.now());
      if (ended) return compared(ended, LENGTHS[timeframe], tools);
    }
    return found(SUBJECT, 'unknown', 'It names no day that has ended.');
  },
};

async function compared(usage: Usage, length: string, { index }: Tools): Promise<Looked> {
  const when = length === 'day' ? `on ${day(usage.from)}` : `in the week from ${day(usage.from)}`;
  const counted = `HappyRobot counts ${plural(usage.calls, 'call')} ${when}`;
  const known = await index();
  if ('reason' in known) return found(SUBJECT, 'unknown', `${counted}. ${known.reason}`);
  const ours = await known.callsBetween(usage.from, usage.to);
  if (ours === usage.calls)
    return found(SUBJECT, 'ok', `${counted}, the index has ${formatCount(ours)}.`);
  if (!known.complete)
    return found(SUBJECT, 'unknown', `${counted}; the index has not read all calls yet.`);
  return found(
    SUBJECT,
    'differs',
    `${counted}, the index has ${formatCount(ours)}. ${reasonFor(usage, ours)}`,
  );
}

function reasonFor({ calls }: Usage, ours: number): string {
  return ours > calls
    ? 'HappyRobot may count in another time zone, or only calls that were answered.'
    : 'HappyRobot may count in another time zone, or calls that were deleted since or cannot be read.';
}
