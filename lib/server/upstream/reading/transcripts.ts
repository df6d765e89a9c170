import {
  messageSchema,
  type Transcript,
  type TranscriptMessage,
  transcriptSchema,
} from '@/lib/call/transcript/transcript';
import { CallscopeError } from '@/lib/server/errors';
import { isObject } from '@/lib/server/upstream/transport/body/body';
import { isDeeperThan, withoutDepth } from './depth';
import { type Reader, readerOf, type SetAside } from './reader';
import { isTime, type Times, timesOf, unixSeconds } from './transcript-times';

/** As deep as what is set aside of a call is shown, and more. */
const DEEPEST = 64;

const readMessage = readerOf(messageSchema);
const readEnvelope = readerOf(transcriptSchema);

/**
 * Reads the answer of `GET /calls/{id}/transcript`. No message is lost: a field that cannot be understood is set aside
 * and named in `odd`, and what is no message at all is shown as one that says so.
 * @throws {CallscopeError} `upstream_invalid_response` when it is no transcript, or that of another call.
 */
export function readTranscript(answer: unknown, id: string): Transcript {
  const sent = unwrapped(answer);
  if (!sent) throw invalid('a transcript that cannot be read');
  const odd: string[] = [];
  const records = recordsOf(sent.messages, odd);
  const messages = messagesOf(records, sent.start_time, odd);
  const start_time = beganAt(sent.start_time, odd);
  const envelope = { ...sent, start_time, messages: [], odd: [] };
  const transcript = asTranscript(understood(readEnvelope, envelope, { at: '', odd }));
  if (transcript.call_id && transcript.call_id !== id)
    throw invalid('the transcript of another call');
  return { ...transcript, messages, odd };
}

/** The object that holds the messages: the answer itself, or what is one level inside of it. */
function unwrapped(answer: unknown): Record<string, unknown> | undefined {
  if (Array.isArray(answer)) return { messages: answer };
  if (!isObject(answer)) return undefined;
  if (isTranscript(answer)) return answer;
  for (const inner of Object.values(answer)) {
    if (isObject(inner) && isTranscript(inner)) return inner;
    if (Array.isArray(inner) && inner.some(isMessage)) return { ...answer, messages: inner };
  }
  return undefined;
}

/** One on which nobody spoke can come without messages; then it has to say which it is. */
function isTranscript(value: Record<string, unknown>): boolean {
  return 'messages' in value || 'call_id' in value;
}

function isMessage(value: unknown): boolean {
  return isObject(value) && 'role' in value;
}

/** The messages as they were sent; where they are no list, what they are is still shown. */
function recordsOf(sent: unknown, odd: string[]): readonly unknown[] {
  if (sent === null || sent === undefined) return [];
  if (Array.isArray(sent)) return sent;
  odd.push('messages');
  if (!isObject(sent) || isMessage(sent)) return [sent];
  return Object.values(sent);
}

function messagesOf(records: readonly unknown[], startTime: unknown, odd: string[]) {
  const sent = records.map((record) => {
    const { start, end } = isObject(record) ? record : {};
    return { start, end };
  });
  return timesOf(startTime, sent).map((times, place) =>
    messageOf(records[place], times, { at: `messages.${place}.`, odd }),
  );
}

function messageOf(
  sent: unknown,
  times: Times,
  told: { at: string; odd: string[] },
): TranscriptMessage {
  const { at, odd } = told;
  if (!isObject(sent)) return unreadable(sent, told);
  for (const field of ['start', 'end']) if (!isTime(sent[field])) odd.push(`${at}${field}`);
  const role = typeof sent.role === 'number' ? String(sent.role) : sent.role;
  if (typeof role !== 'string') odd.push(`${at}role`);
  const record = {
    ...sent,
    ...times,
    role: typeof role === 'string' ? role : '',
    ...('transfer_contact' in sent && { transfer_contact: contactOf(sent.transfer_contact) }),
  };
  return asMessage(understood(readMessage, record, told));
}

/** What can be read of a record; the paths of the rest are told. */
function understood(
  read: Reader,
  record: Record<string, unknown>,
  { at, odd }: { at: string; odd: string[] },
): unknown {
  const setAside: SetAside[] = [];
  const value = read(withoutDepth(record, setAside), setAside);
  odd.push(...setAside.map(({ path }) => at + path));
  return value;
}

/** Guarantee: the reader made from the schema of a message has read it, and its role and times were put there before. */
function asMessage(value: unknown): TranscriptMessage {
  return value as TranscriptMessage;
}

/** Guarantee: the reader made from the schema of a transcript has read it, with lists of our own. */
function asTranscript(value: unknown): Transcript {
  return value as Transcript;
}

/** What is no message is shown as it came, unless it is nested too deep to be shown at all. */
function unreadable(sent: unknown, { at, odd }: { at: string; odd: string[] }): TranscriptMessage {
  const isShown = !isDeeperThan(DEEPEST, sent);
  if (!isShown) odd.push(at.slice(0, -1));
  return { role: 'unreadable', content: isShown ? sent : '', start: null, end: null };
}

/** A contact or its telephone can be a text alone. */
function contactOf(sent: unknown): unknown {
  if (typeof sent === 'string') return sent.includes('@') ? { email: sent } : { name: sent };
  if (!isObject(sent)) return sent;
  const { phone } = sent;
  const isNumber = typeof phone === 'string' || typeof phone === 'number';
  return isNumber ? { ...sent, phone: { number: String(phone) } } : sent;
}

function beganAt(sent: unknown, odd: string[]): string | null {
  if (!isTime(sent)) odd.push('start_time');
  const seconds = unixSeconds(sent);
  return seconds === null ? null : new Date(seconds * 1000).toISOString();
}

function invalid(what: string): CallscopeError {
  return new CallscopeError('upstream_invalid_response', `HappyRobot sent ${what}.`);
}
