import * as z from 'zod';
import { messageSchema, type Transcript, transcriptSchema } from '@/lib/call/transcript';
import { CallscopeError } from '@/lib/server/errors';

const envelopeSchema = z.looseObject({
  ...transcriptSchema.shape,
  messages: z.array(z.unknown()).nullish(),
});
const readMessage = z.compile(messageSchema);

/**
 * Reads the answer of `GET /calls/{id}/transcript`. A message that cannot be read is shown as one that says so,
 * with all it holds, instead of going missing among the others.
 * @throws {CallscopeError} `upstream_invalid_response` when it is no transcript, or that of another call.
 */
export function readTranscript(answer: Record<string, unknown>, id: string): Transcript {
  const envelope = envelopeSchema.safeParse(answer);
  if (!envelope.success) throw invalid('a transcript that cannot be read');
  if (envelope.data.call_id && envelope.data.call_id !== id)
    throw invalid('the transcript of another call');
  const messages = (envelope.data.messages ?? []).map((message) => {
    const outcome = z.safeParse(readMessage, message);
    return outcome.success ? outcome.data : { role: 'unreadable', content: message };
  });
  return { ...envelope.data, messages };
}

function invalid(what: string): CallscopeError {
  return new CallscopeError('upstream_invalid_response', `HappyRobot sent ${what}.`);
}
