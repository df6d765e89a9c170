import { isCallId } from '@/lib/call/call-id';
import { textAt } from '@/lib/server/services/connection/doctor/json';
import { found, type Step } from '@/lib/server/services/connection/doctor/step';
import type { ProbeAnswer } from '@/lib/server/upstream/port/upstream';

/** Whether a recording is offered where we expect it. Nothing is fetched from where it lies. */
export const recording: Step = {
  subject: 'Recording',
  async look({ sample }, { ask }) {
    const ids = sample
      .filter((row) => textAt(row, 'metadata', 'recording_sid') !== undefined)
      .flatMap((row) => textAt(row, 'id') ?? [])
      .filter(isCallId);
    const [id] = ids;
    if (id === undefined)
      return found(this.subject, 'unknown', 'None of the calls read has a recording.');
    const answer = await ask(`/calls/${encodeURIComponent(id)}/recording`);
    const how = wayOf(answer);
    if (how !== undefined)
      return found(this.subject, 'ok', `Offered at /calls/{id}/recording, ${how}.`);
    if (answer.status === 404 || answer.status === 405)
      return found(
        this.subject,
        'unknown',
        'Not offered at /calls/{id}/recording, although calls say that they have one.',
      );
    return found(
      this.subject,
      'unknown',
      `Asking for it is answered with status ${answer.status}.`,
    );
  },
};

function wayOf({ status, form, body }: ProbeAnswer): string | undefined {
  if (status >= 300 && status < 400) return 'by a redirection';
  if (status !== 200 && status !== 206) return undefined;
  if (form === 'other') return 'as the sound itself';
  if (textAt(body, 'url') !== undefined) return 'as an address in JSON';
  return form === 'text' || typeof body === 'string' ? 'as an address in plain text' : undefined;
}
