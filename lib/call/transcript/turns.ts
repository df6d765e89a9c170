import { isTurnId } from '@/lib/call/call-id';
import { contactText, dataOf, interruptionOf, type Words, wordsOf } from './message-text';
import type { ToolCall, TranscriptMessage, UnsaidMessage } from './transcript';

/** Who a turn is of; `other` is a role that the documentation does not know. */
export type Speaker = 'agent' | 'caller' | 'system' | 'tool' | 'unreadable' | 'other';

export type ToolUse = {
  /** Empty when the upstream gives none. */
  name: string;
  input: Words;
  /** Nearly always one; none when the transcript has no answer to the call. */
  results: Words[];
};

/** An answer that was weighed and not said. */
export type Unsaid = { words: Words; tools: ToolUse[] };

/** One message of a transcript with what belongs to it. */
export type Turn = {
  /** Unlike that of any other turn of the transcript, and fit for an address. */
  id: string;
  speaker: Speaker;
  /** As the upstream writes it. */
  role: string;
  /** Who spoke, where the message says so. */
  name: string | null;
  words: Words;
  /** Seconds since the call began. */
  start: number | null;
  /** Seconds; null when it is not known. */
  duration: number | null;
  tools: ToolUse[];
  unsaid: Unsaid[];
  /** What the assistant was about to say when the other side spoke; empty when it is not known what. */
  interruption: string | undefined;
  isFiller: boolean;
  /** It was said, and is to be left out of a data set. */
  isLeftOut: boolean;
  transferTo: string | undefined;
};

const SPEAKERS: ReadonlyMap<string, Speaker> = new Map([
  ['assistant', 'agent'],
  ['user', 'caller'],
  ['system', 'system'],
  ['tool', 'tool'],
  ['unreadable', 'unreadable'],
]);

/**
 * The turns of a transcript in the order it gives. What a tool answered stands with the turn that called the tool;
 * an answer to no call is a turn of its own.
 */
export function turnsOf(messages: readonly TranscriptMessage[]): Turn[] {
  const turns: Turn[] = [];
  const ids = turnIds(messages);
  const { claim, used } = matchResults(messages);
  for (const [place, message] of messages.entries()) {
    if (claim.has(place)) continue;
    const uses = message.tool_calls ?? [];
    const tools = uses.map((use, at) => toolUse(use, used.get(`${place} ${at}`) ?? []));
    turns.push(turnOf(message, ids[place] ?? '', tools));
  }
  return turns;
}

function turnOf(message: TranscriptMessage, id: string, tools: ToolUse[]): Turn {
  const { role, content, start, end } = message;
  const speaker = SPEAKERS.get(role) ?? 'other';
  const duration = isNumber(start) && isNumber(end) && end >= start ? end - start : null;
  return {
    id,
    speaker,
    role,
    name: message.name?.trim() || null,
    words: speaker === 'tool' || speaker === 'unreadable' ? dataOf(content) : wordsOf(content),
    start: isNumber(start) ? start : null,
    duration,
    tools,
    unsaid: (message.unpreferred_messages ?? []).map(unsaidOf),
    interruption: interruptionOf(message.interrupted_thoughts),
    isFiller: message.is_filler === true,
    isLeftOut: message.discard === true,
    transferTo: contactText(message.transfer_contact),
  };
}

function unsaidOf({ content, tool_calls }: UnsaidMessage): Unsaid {
  return { words: wordsOf(content), tools: (tool_calls ?? []).map((use) => toolUse(use, [])) };
}

function toolUse({ function: called }: ToolCall, results: TranscriptMessage[]): ToolUse {
  return {
    name: called?.name ?? '',
    input: dataOf(called?.arguments),
    results: results.map(({ content }) => dataOf(content)),
  };
}

/**
 * Which messages are answers of tools, and to which call: `claim` holds their places, `used` the answers under
 * place and number of the call. An id that was used again belongs to the latest call before the answer.
 */
function matchResults(messages: readonly TranscriptMessage[]) {
  const calls = new Map<string, string>();
  const claim = new Set<number>();
  const used = new Map<string, TranscriptMessage[]>();
  for (const [place, message] of messages.entries()) {
    const uses = message.tool_calls ?? [];
    for (const [at, { id }] of uses.entries()) if (id) calls.set(id, `${place} ${at}`);
    // An answer that calls tools itself would take those along into the fold.
    const answers = message.role === 'tool' && uses.length === 0;
    const key = answers ? calls.get(message.tool_call_id ?? '') : undefined;
    if (key === undefined) continue;
    claim.add(place);
    const before = used.get(key);
    if (before) before.push(message);
    else used.set(key, [message]);
  }
  return { claim, used };
}

/** The messages' own ids; where one is missing, unfit or taken, the place of the message makes one. */
function turnIds(messages: readonly TranscriptMessage[]): string[] {
  const own = new Map<string, number>();
  for (const [place, { id }] of messages.entries())
    if (id && isTurnId(id) && !own.has(id)) own.set(id, place);
  return messages.map(({ id }, place) => {
    if (id && own.get(id) === place) return id;
    let made = `m${place + 1}`;
    while (own.has(made)) made += '-';
    own.set(made, place);
    return made;
  });
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
