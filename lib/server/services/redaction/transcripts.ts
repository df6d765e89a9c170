import type { ToolCall, Transcript, TranscriptMessage } from '@/lib/call/transcript/transcript';
import type { FreeText } from './free-text';
import { keepInstant, like, maskId } from './known';
import { maskAll, maskValue } from './mask-value';
import { digitsSaid, isDigitsOnly, maskText } from './numbers/number-text';

/** So many turns on either side are looked at together: people dictate a number in pieces. */
const NEAR = 12;

/** A transcript for who may not see numbers: what is said, and how tools are called, is free text; times and ids stay. */
export function maskTranscript(transcript: Transcript, free: FreeText): Transcript {
  const { messages, start_time, odd, id, call_id, ...rest } = transcript;
  const pieces = numberPieces(messages);
  const weights = messages.map((message) => free.weigh(saidIn(message)));
  const near = (at: number) =>
    weights.slice(Math.max(0, at - NEAR), at + NEAR + 1).reduce((sum, each) => sum + each, 0);
  return {
    ...like(rest, maskValue(rest)),
    ...('id' in transcript && { id: id && maskId(id) }),
    ...('call_id' in transcript && { call_id }),
    ...('start_time' in transcript && { start_time: start_time && keepInstant(start_time) }),
    odd: odd.map(maskText),
    messages: messages.map((message, at) => {
      const masked = maskMessage(message, near(at), free);
      return pieces.has(message) ? { ...masked, content: maskAll(message.content) } : masked;
    }),
  };
}

function saidIn(message: TranscriptMessage): object {
  const { id, role, start, end, tool_call_id, tool_calls, ...said } = message;
  return { said, called: tool_calls?.map((each) => each.function?.arguments) };
}

function maskMessage(message: TranscriptMessage, digits: number, free: FreeText) {
  const { id, role, start, end, tool_call_id, tool_calls, ...said } = message;
  return {
    ...like(said, free.hide(said, digits)),
    role: maskText(role),
    ...('id' in message && { id: id && maskId(id) }),
    ...('start' in message && { start }),
    ...('end' in message && { end }),
    ...('tool_call_id' in message && { tool_call_id: tool_call_id && maskId(tool_call_id) }),
    ...('tool_calls' in message && {
      tool_calls: tool_calls?.map((each) => maskToolCall(each, digits, free)) ?? tool_calls,
    }),
  };
}

/** The answer of a tool names the call by its id, and the name of a tool says what was done. */
function maskToolCall(call: ToolCall, digits: number, free: FreeText): ToolCall {
  const { id, type, function: called, ...rest } = call;
  const { name, ...how } = called ?? {};
  return {
    ...like(rest, free.hide(rest, digits)),
    ...('id' in call && { id: id && maskId(id) }),
    ...('type' in call && { type: type && maskText(type) }),
    ...('function' in call && {
      function: called && {
        ...like(how, free.hide(how, digits)),
        ...('name' in called && { name: name && maskText(name) }),
      },
    }),
  };
}

/** Turns that say digits and nothing else, near each other: a number that somebody dictates in pieces. */
function numberPieces(messages: readonly TranscriptMessage[]): ReadonlySet<TranscriptMessage> {
  const said = ({ content }: TranscriptMessage) => {
    const text = textOf(content);
    return isDigitsOnly(text) ? digitsSaid(text) : 0;
  };
  const pieces = new Set<TranscriptMessage>();
  for (const [index, message] of messages.entries()) {
    if (said(message) === 0) continue;
    const near = messages.slice(Math.max(0, index - 4), index + 5);
    const digits = near.reduce((sum, each) => sum + said(each), 0);
    if (digits >= 7) pieces.add(message);
  }
  return pieces;
}

/** What a message says: its text, or those of its parts. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (Array.isArray(content)) return content.map(textOf).join(' ');
  const isPart = typeof content === 'object' && content !== null && 'text' in content;
  return isPart ? textOf(content.text) : '';
}
