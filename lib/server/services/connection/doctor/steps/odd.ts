import type { OddField } from '@/lib/call/answers/upstream-check';
import { oddKindsOf } from '@/lib/call/odd/odd';
import { formatCount, plural } from '@/lib/format/number';
import { createdOf, type Row, textAt } from '@/lib/server/services/connection/doctor/json';
import { found, type Step } from '@/lib/server/services/connection/doctor/step';
import { countedNames } from '@/lib/server/services/connection/doctor/words';

/** Fields that do not fit their documented shape: what each costs, and that it costs no call. */
export const oddFields: Step = {
  subject: 'Odd fields',
  async look(account, { read, now }) {
    const { sample } = account;
    const paths = sample.map((row) => {
      const call = read(row);
      return call && oddKindsOf(call);
    });
    account.odd = oddFieldsOf(sample, paths, now());
    const lost = paths.filter((each) => each === undefined).length;
    const spoiled = paths.filter((each) => each !== undefined && each.length > 0).length;
    const nameless = `${plural(lost, 'record')} without a usable id cannot be shown: ask HappyRobot.`;
    if (spoiled === 0)
      return lost > 0
        ? found(this.subject, 'fails', nameless)
        : found(this.subject, 'ok', 'All fields of the calls read fit their documentation.');
    const counts = new Map(account.odd.map(({ path, calls }) => [path, calls]));
    const told = `In ${formatCount(spoiled)} of ${plural(sample.length, 'call')} a field does not fit its documentation: ${countedNames(counts)}. It counts as absent, Raw shows what was sent, and the rest of the call is there.`;
    return lost > 0
      ? found(this.subject, 'fails', `${nameless} ${told}`)
      : found(this.subject, 'differs', told);
  },
};

/** The most frequent first; the first time is that of the oldest call read that has it. */
function oddFieldsOf(
  rows: readonly Row[],
  paths: readonly (readonly string[] | undefined)[],
  now: number,
): OddField[] {
  const fields = new Map<string, { calls: number; example: string; since: number }>();
  for (const [n, row] of rows.entries()) {
    const created = createdOf(row) ?? now;
    for (const path of paths[n] ?? []) {
      const before = fields.get(path);
      const isOlder = before === undefined || created < before.since;
      fields.set(path, {
        calls: (before?.calls ?? 0) + 1,
        example: before?.example ?? textAt(row, 'id') ?? '',
        since: isOlder ? created : before.since,
      });
    }
  }
  return [...fields]
    .map(([path, { since, ...rest }]) => ({ path, ...rest, since: new Date(since).toISOString() }))
    .sort((a, b) => b.calls - a.calls);
}
