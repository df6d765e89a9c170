import { isCallId } from '@/lib/call/call-id';
import { isCallscopeError } from '@/lib/server/errors';
import { at, listAt, type Row, textAt } from '@/lib/server/services/connection/doctor/json';
import { found, type Step } from '@/lib/server/services/connection/doctor/step';

const MOST_TRIED = 3;

/** Whether a transcript can be read, and how its times are written. */
export const transcript: Step = {
  subject: 'Transcript',
  async look({ sample }, { ask, readTranscript }) {
    const ids = spokenCalls(sample).slice(0, MOST_TRIED);
    if (ids.length === 0)
      return found(this.subject, 'unknown', 'None of the calls read was spoken on.');
    for (const id of ids) {
      const answer = await ask(`/calls/${encodeURIComponent(id)}/transcript`);
      if (answer.status === 404) continue;
      if (answer.status !== 200)
        return found(
          this.subject,
          'fails',
          `HappyRobot answers with status ${answer.status}: ask for a key that may read transcripts.`,
        );
      const times = TIMES[unitOf(answer.body)];
      try {
        await readTranscript(id);
      } catch (error) {
        if (!isCallscopeError(error)) throw error;
        return found(this.subject, 'fails', `It cannot be read: ${error.message}`);
      }
      return found(this.subject, times.outcome, `Can be read. ${times.detail}`);
    }
    return found(this.subject, 'unknown', `None of the ${ids.length} calls tried has one.`);
  },
};

function spokenCalls(rows: readonly Row[]): string[] {
  const spoken = rows.filter((row) => Number(textAt(row, 'duration') ?? 0) > 0);
  return spoken.flatMap((row) => textAt(row, 'id') ?? []).filter(isCallId);
}

type Unit = 'unix seconds' | 'unix milliseconds' | 'offsets' | 'text' | 'none';

const TIMES: Record<Unit, { outcome: 'ok' | 'differs'; detail: string }> = {
  'unix seconds': { outcome: 'ok', detail: 'Its times are unix seconds, as documented.' },
  'unix milliseconds': differing('unix milliseconds'),
  offsets: differing('seconds since the call began'),
  text: differing('dates as text'),
  none: {
    outcome: 'differs',
    detail: 'Its messages have no times: what was said is shown without them.',
  },
};

function differing(unit: string) {
  return { outcome: 'differs', detail: `Its times are ${unit}; Callscope converts them.` } as const;
}

/** Told by size: nothing says it. */
function unitOf(body: unknown): Unit {
  const messages = [body, at(body, 'transcript'), at(body, 'data')].flatMap((each) =>
    listAt(each, 'messages'),
  );
  const starts = messages.flatMap((message) => textAt(message, 'start') ?? []);
  if (starts.some((start) => Number.isNaN(Number(start)) && !Number.isNaN(Date.parse(start))))
    return 'text';
  const largest = Math.max(0, ...starts.map(Number).filter(Number.isFinite));
  if (largest === 0) return 'none';
  if (largest > 1e11) return 'unix milliseconds';
  return largest > 1e8 ? 'unix seconds' : 'offsets';
}
