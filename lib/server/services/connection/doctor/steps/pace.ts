import { formatCount, plural } from '@/lib/format/number';
import { found, type Step } from '@/lib/server/services/connection/doctor/step';
import { span } from '@/lib/server/services/connection/doctor/words';

/** Whether HappyRobot says how much may be asked. */
export const rateLimit: Step = {
  subject: 'Rate limit',
  async look(_, { heard }) {
    const told = [...heard.limits].map(([name, value]) => `${name}: ${value}`).slice(0, 6);
    if (heard.throttled)
      return found(
        this.subject,
        'differs',
        `HappyRobot asked for fewer requests. Callscope waits as long as it is told.${told.length === 0 ? '' : ` (${told.join(', ')})`}`,
      );
    return told.length === 0
      ? found(this.subject, 'ok', 'No header tells of one, and none was met.')
      : found(this.subject, 'ok', `HappyRobot tells: ${told.join(', ')}.`);
  },
};

/** A page of many calls takes its time; most answers should be quick. */
const SLOW_MS = 5000;

export const speed: Step = {
  subject: 'Speed',
  async look(_, { heard }) {
    const times = [...heard.times].sort((a, b) => a - b);
    const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)];
    const told = `${plural(times.length, 'request')}: half of them answered within ${span(p50)}, 95 % within ${span(p95)}.`;
    if (p50 < SLOW_MS) return found(this.subject, 'ok', told);
    return found(this.subject, 'differs', `${told} That is slow; most pages come from the index.`);
  },
};

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** How long it takes until the index knows every call. */
export const firstReading: Step = {
  subject: 'First reading',
  async look({ newest, largest }, { index, share }) {
    const known = await index();
    if (!('reason' in known) && known.complete)
      return found(this.subject, 'ok', `Done: the index has ${plural(known.indexed, 'call')}.`);
    const { count } = newest;
    if (count === null || largest.limit === 0)
      return found(this.subject, 'unknown', 'It is not known how many calls there are.');
    const pages = Math.ceil(count / largest.limit);
    return found(
      this.subject,
      'ok',
      `Takes about ${span((pages * largest.ms) / share)}: ${formatCount(pages)} ${pages === 1 ? 'page' : 'pages'} of ${span(largest.ms)} each, asking for ${Math.round(share * 100)} % of the time at most.`,
    );
  },
};
