import { at, listAt, textAt } from '@/lib/demo/json';

type Json = Record<string, unknown>;
/** What it makes of a call; undefined where the call has nothing to be odd about. */
type Oddity = (call: Json) => Json | undefined;

/**
 * Ways in which a field deviates from the documentation: those that can still be understood, then those that cannot.
 * The call behind them stays as it is, so that filters, order and writes go on as documented.
 */
const ODDITIES: readonly Oddity[] = [
  ({ duration }) => (typeof duration === 'number' ? { duration: String(duration) } : undefined),
  changed(['costs', 'total_costs'], (cost) =>
    typeof cost === 'number' ? String(cost) : undefined,
  ),
  changed(['costs', 'voip', 'external'], (flag) => (flag === undefined ? undefined : Number(flag))),
  changed(['metadata', 'from'], (from) =>
    /^\+\d+$/.test(String(from)) ? Number(from) : undefined,
  ),
  ({ use_backup }) => ({ use_backup: use_backup ? 'true' : '0' }),
  () => ({ organization_id: 7, prompt_id: 4_200_100 }),
  timed((created) => created.getTime()),
  timed((created) => Math.floor(created.getTime() / 1000)),
  timed((created) => String(created.getTime())),
  timed((created) => created.toUTCString()),
  timed((created) => created.toISOString().slice(0, 19)),
  ({ notes }) =>
    listOf(notes).length > 0
      ? { notes: listOf(notes).map((note) => ({ ...object(note), created_at: 1.79e9 })) }
      : undefined,
  ({ id }) => (/^[0-9a-f]{24}$/.test(String(id)) ? { created: null } : undefined),
  () => ({ type: null }),
  () => ({ status: undefined }),
  () => ({ costs: [] }),
  changed(['costs', 'voip'], (voip) => (voip ? 0.01 : undefined)),
  changed(['costs', 'llm', 'total_cost'], (cost) => (typeof cost === 'number' ? 'n/a' : undefined)),
  changed(['metadata', 'tags'], (tags) => (Array.isArray(tags) ? [null, ...tags] : undefined)),
  ({ metadata }) => (metadata ? { metadata: 'none' } : undefined),
  ({ extraction }) =>
    extraction
      ? { extraction: Object.entries(extraction).map(([name, value]) => ({ name, value })) }
      : undefined,
  changed(['use_case'], (useCase) => textAt(useCase, 'id')),
  changed(['agent'], (agent) => textAt(agent, 'name')),
  changed(['classification'], (classification) => textAt(classification, 'tag')),
  ({ notes }) => ({ notes: [{ content: 'A note without an id' }, ...listOf(notes)] }),
  ({ notes }) => (listOf(notes).length > 0 ? { notes: { ...listOf(notes) } } : undefined),
  ({ ratings }) => ({ ratings: [{ email: 'tom@northlinefreight.example' }, ...listOf(ratings)] }),
  ({ viewed_by }) => ({
    viewed_by: listOf(viewed_by).map((email) => ({ email })),
    samples: 'none',
  }),
  () => ({ params: [], language: ['en-US'] }),
  () => ({ max_duration_mins: 'fifteen', wait_until_awake: 'later' }),
  () => ({ transfer_contact_email: {}, scheduled_for: false }),
];

/** How many ways of being odd there are. */
export const ODDITY_COUNT = ODDITIES.length;

/** The record with two of its fields odd; which ones depends on its id alone. What is no object stays as it is. */
export function oddRecord(record: unknown): unknown {
  const call = object(record);
  if (typeof record !== 'object' || record === null) return record;
  const seed = seedOf(String(call.id));
  const first = oddityFrom(call, seed);
  return { ...call, ...oddityFrom({ ...call, ...first }, seed + 7), ...first };
}

/** The first oddity from a place on that has something to be odd about; the times always have. */
function oddityFrom(call: Json, place: number): Json | undefined {
  for (let step = 0; step < ODDITIES.length; step += 1) {
    const change = ODDITIES[(place + step) % ODDITIES.length]?.(call);
    if (change) return change;
  }
  return undefined;
}

/** A list whose numbers are texts, around records that are as they are. */
export function oddTail(count: number, limit: number, offset: number): string {
  return `],"count":"${count}","limit":"${limit}","offset":"${offset}"}`;
}

/** One call inside of something, or bare: by its id. */
export function oddlyWrapped(call: unknown, name: string): unknown {
  const wrappings = [call, { [name]: call }, { data: call }, { status: 'ok', data: call }];
  return wrappings[seedOf(textAt(call, 'id') ?? textAt(call, 'call_id') ?? '') % wrappings.length];
}

/** A transcript in milliseconds, with a number for an id, a flag as a number, a role missing and a message that is none. */
export function oddTranscript(transcript: unknown): unknown {
  const start = at(transcript, 'start_time');
  const messages = listAt(transcript, 'messages').map((message, place) => ({
    ...object(message),
    ...milliseconds(message, 'start'),
    ...milliseconds(message, 'end'),
    ...(place % 3 === 0 && { id: place + 1, discard: 0 }),
    ...(place % 5 === 4 && { tool_calls: 'none' }),
  }));
  return {
    ...object(transcript),
    ...(typeof start === 'number' && { start_time: start * 1000 }),
    messages: messages.length > 3 ? [...messages, 'the line went dead'] : messages,
  };
}

function milliseconds(message: unknown, field: string): Json {
  const time = at(message, field);
  return typeof time === 'number' ? { [field]: Math.round(time * 1000) } : {};
}

/** The moment of the call, written in another way. */
function timed(write: (created: Date) => unknown): Oddity {
  return ({ created }) => {
    const moment = new Date(String(created));
    return Number.isNaN(moment.getTime()) ? undefined : { created: write(moment) };
  };
}

/** The oddity of one field, wherever in the call it is. */
function changed([field = '', ...path]: string[], change: (value: unknown) => unknown): Oddity {
  return (call) => {
    const value = change(at(call, field, ...path));
    return value === undefined ? undefined : { [field]: withAt(call[field], path, value) };
  };
}

function withAt(whole: unknown, [key, ...path]: string[], value: unknown): unknown {
  if (key === undefined) return value;
  return { ...object(whole), [key]: withAt(at(whole, key), path, value) };
}

function object(value: unknown): Json {
  return Object.assign({}, value);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A whole number that spreads ids which differ in their last digits. */
function seedOf(id: string): number {
  let seed = 7;
  for (const letter of id) seed = (seed * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return seed;
}
