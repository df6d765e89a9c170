import { createdOf, type Row, textAt } from '@/lib/server/services/connection/doctor/json';
import { listingOf } from '@/lib/server/services/connection/doctor/listing';
import {
  type Account,
  found,
  type Looked,
  type Step,
  type Tools,
} from '@/lib/server/services/connection/doctor/step';

type End = 'from' | 'to';

const OK = 'Heeded, and both ends belong to the range.';

/** Whether `from` and `to` are heeded, and whether a call at the very end of a range is in it. */
export const range: Step = {
  subject: 'Range of time',
  async look(account, tools) {
    const edge = edgeOf(account);
    if (!edge) return found(this.subject, 'unknown', 'There are too few calls to tell.');
    const from = await asked('from', edge, tools);
    const to = await asked('to', edge, tools);
    const findings = [from, to].flatMap((end) => end.findings);
    const amiss = findings.filter(({ outcome }) => outcome !== 'ok');
    return {
      findings: amiss.length > 0 ? amiss : findings.slice(0, 1),
      learned: { honoured: { ...from.learned?.honoured, ...to.learned?.honoured } },
    };
  },
};

type Edge = { id: string; time: number };

/** A call in the midst of the newest whose moment it shares with no other. */
function edgeOf({ newest }: Account): Edge | undefined {
  const edges = newest.rows.flatMap((row) => {
    const [id, time] = [textAt(row, 'id'), createdOf(row)];
    return id === undefined || time === undefined ? [] : [{ id, time }];
  });
  const alone = edges
    .slice(1, -1)
    .filter(({ id, time }) =>
      edges.every((other) => other.id === id || Math.abs(other.time - time) > 1000),
    );
  return alone[Math.floor(alone.length / 2)];
}

async function asked(end: End, edge: Edge, { ask }: Tools): Promise<Looked> {
  const time = new Date(edge.time).toISOString();
  const answer = await ask('/calls', { [end]: time, sort: 'desc', limit: '50' });
  const subject = 'Range of time';
  if (answer.status === 400 || answer.status === 422)
    return found(subject, 'differs', `“${end}” is refused. Such lists come from the index.`, {
      honoured: { [end]: false },
    });
  const page = listingOf(answer);
  if (!page) return found(subject, 'unknown', `Asking with “${end}” brought no list.`);
  const isOutside = (row: Row) => {
    const created = createdOf(row);
    if (created === undefined) return false;
    return end === 'from' ? created < edge.time - 1000 : created > edge.time + 1000;
  };
  if (page.rows.some(isOutside))
    return found(
      subject,
      'differs',
      `“${end}” is ignored: calls from outside of the range came. Such lists come from the index.`,
      { honoured: { [end]: false } },
    );
  const learned = { honoured: { [end]: true } };
  const isIncluded = page.rows.some((row) => textAt(row, 'id') === edge.id);
  if (isIncluded) return found(subject, 'ok', OK, learned);
  return found(
    subject,
    'differs',
    `A call at the very moment of “${end}” is left out. The index counts it in, so that the two can differ by such a call.`,
    learned,
  );
}
