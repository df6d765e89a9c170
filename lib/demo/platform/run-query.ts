import { ANNOTATIONS } from './runs';
import type { StoredRun } from './store';

const STATUSES = [
  'not_started',
  'scheduled',
  'running',
  'skipped',
  'succeeded',
  'completed',
  'canceled',
  'failed',
];

/** Instants in UTC: nothing else is taken. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;

type Test = (run: StoredRun) => boolean;

/** The runs that the parameters of a list ask for, or what is wrong with them. Assumed: both dates are in the range. */
export function runsAsked(
  runs: readonly StoredRun[],
  parameters: URLSearchParams,
): readonly StoredRun[] | { message: string } {
  const tests: Test[] = [];
  for (const [name, value] of parameters) {
    const test = value === '' ? ANY : testOf(name, value);
    if (test === undefined) return { message: `querystring/${name} is not valid` };
    if (test !== ANY) tests.push(test);
  }
  return tests.length === 0 ? runs : runs.filter((run) => tests.every((test) => test(run)));
}

const ANY: Test = () => true;

/** What a parameter asks of a run; undefined where its value is not taken. */
function testOf(name: string, value: string): Test | undefined {
  const time = Date.parse(value);
  const isInstant = INSTANT.test(value) && !Number.isNaN(time);
  const completedAt = (run: StoredRun) => Date.parse(String(run.record().completed_at));
  switch (name) {
    case 'status':
      return STATUSES.includes(value) ? ({ record }) => record().status === value : undefined;
    case 'annotation':
      return ANNOTATIONS.some((known) => known === value)
        ? ({ record }) => record().annotation === value
        : undefined;
    case 'is_e2e_test':
      return value === 'true' || value === 'false'
        ? ({ record }) => (record().is_e2e_test === true) === (value === 'true')
        : undefined;
    case 'start_date':
      return isInstant ? ({ timestamp }) => timestamp >= time : undefined;
    case 'end_date':
      return isInstant ? ({ timestamp }) => timestamp <= time : undefined;
    case 'completed_start_date':
      return isInstant ? (run) => completedAt(run) >= time : undefined;
    case 'completed_end_date':
      return isInstant ? (run) => completedAt(run) <= time : undefined;
    default:
      return ANY;
  }
}
