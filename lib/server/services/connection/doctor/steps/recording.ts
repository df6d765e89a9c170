import { isCallId } from '@/lib/call/call-id';
import { textAt } from '@/lib/server/services/connection/doctor/json';
import { found, type Step } from '@/lib/server/services/connection/doctor/step';

const MOST_TRIED = 3;

/** Whether recordings are offered where we expect them. Nothing is fetched from where they lie. */
export const recording: Step = {
  subject: 'Recording',
  async look({ sample }, { findRecording }) {
    const ids = sample
      .filter((row) => textAt(row, 'metadata', 'recording_sid') !== undefined)
      .flatMap((row) => textAt(row, 'id') ?? [])
      .filter(isCallId)
      .slice(0, MOST_TRIED);
    if (ids.length === 0)
      return found(this.subject, 'unknown', 'None of the calls read has a recording.');
    for (const id of ids) {
      const { parts, missing, way = 'in a way of its own' } = await findRecording(id);
      if (parts.length > 0)
        return found(this.subject, 'ok', `Offered, ${way}.`, { recordings: true });
      if (missing === 'not_ready' || missing === 'gone')
        return found(this.subject, 'ok', 'Offered, but not for the call that was tried.', {
          recordings: true,
        });
    }
    const detail = 'Not offered where it is expected, although calls say that they have one.';
    return found(this.subject, 'unknown', detail, { recordings: false });
  },
};
