import * as z from 'zod';
import { at, textAt } from '@/lib/demo/json';
import type { StoredCall } from '@/lib/demo/store';

const timeframeSchema = z.enum(['monthly', 'weekly', 'daily'], {
  error: 'timeframe must be monthly, weekly or daily',
});

type Usage = { organization_id: string; period: string; duration: number; callCount: number };

/** `GET /usage`: how many calls there were, and how many seconds, in each period that had some; latest first. */
export function usageOf(
  calls: readonly StoredCall[],
  params: URLSearchParams,
): Usage[] | { message: string } {
  const timeframe = timeframeSchema.safeParse(params.get('timeframe') ?? 'monthly');
  if (!timeframe.success) return { message: timeframe.error.issues[0]?.message ?? '' };
  const periods = new Map<string, Usage>();
  for (const { created, record } of calls) {
    if (!Number.isFinite(created)) continue;
    const organization_id = textAt(record, 'organization_id') ?? '';
    const period = periodOf(new Date(created), timeframe.data);
    const key = `${period} ${organization_id}`;
    const usage = periods.get(key) ?? { organization_id, period, duration: 0, callCount: 0 };
    const duration = at(record, 'duration');
    usage.duration += typeof duration === 'number' ? duration : 0;
    usage.callCount += 1;
    periods.set(key, usage);
  }
  return [...periods.values()].sort((a, b) => (a.period < b.period ? 1 : -1));
}

/** The month, or the day that the period begins with: a Monday for weeks. Days are UTC. */
function periodOf(moment: Date, timeframe: z.output<typeof timeframeSchema>): string {
  const weekday = (moment.getUTCDay() + 6) % 7;
  const back = timeframe === 'weekly' ? weekday * 86_400_000 : 0;
  const day = new Date(moment.getTime() - back).toISOString().slice(0, 10);
  return timeframe === 'monthly' ? day.slice(0, 7) : day;
}
