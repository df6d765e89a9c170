import { toMicros } from '@/lib/call/costs/costs';
import { ANYONE } from '@/lib/call/query/filters';
import { formatMoney } from '@/lib/format/money';
import { formatDuration, plural } from '@/lib/format/number';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

type SingleValue = string | number | boolean | readonly (number | string)[];

/** The value of a filter that takes one, in words: "at least 1:00", "no", "Mon, Tue". */
export function singleLabel(key: string, value: SingleValue, currency: string): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (key === 'sample') return plural(Number(value), 'call');
  if (key === 'share') return String(value).replace('/', ' of ');
  if (typeof value === 'number') {
    const bound = key.startsWith('min') ? 'at least' : 'at most';
    return `${bound} ${key.endsWith('_cost') ? formatMoney(toMicros(value), currency) : formatDuration(value)}`;
  }
  if (typeof value === 'string') return value === ANYONE ? 'anyone' : value;
  const names = value.map((each) =>
    key === 'weekdays' ? WEEKDAYS[Number(each) - 1] : `${String(each).padStart(2, '0')}:00`,
  );
  return names.join(', ');
}
