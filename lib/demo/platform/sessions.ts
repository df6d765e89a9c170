import { iso } from '@/lib/demo/calls/central-time';
import { at, listAt, textAt } from '@/lib/demo/json';
import { durationOf } from '@/lib/demo/recordings/sound';
import type { StoredCall } from '@/lib/demo/store';
import { ORG_ID, uuidOf } from './ids';
import { type Run, runIdOf } from './runs';

/** One leg of a run. Assumed: what `type` can be is not documented. */
export type Session = {
  id: string;
  org_id: string;
  use_case_id: string;
  version_id: string;
  run_id: string;
  user_number: string;
  status: string;
  type: string;
  duration: number | null;
  timestamp: string;
  call_connected_at: string | null;
  sip_code: string | null;
  sip_reason: string | null;
  failure_reason: string | null;
  llm_model: string | null;
  stt_model: string | null;
  tts_model: string | null;
  voice_id: string | null;
  languages: string[] | null;
};

type Ending = Pick<Session, 'status' | 'sip_code' | 'sip_reason' | 'failure_reason'>;

const ended = (
  status: string,
  sip_code: string | null = null,
  sip_reason: string | null = null,
  failure_reason: string | null = null,
): Ending => ({ status, sip_code, sip_reason, failure_reason });

/** How the leg of a call ended; every other one was completed. */
const ENDINGS: Partial<Record<string, Ending>> = {
  Queued: ended('queued'),
  Initiated: ended('queued'),
  Ringing: ended('queued'),
  'In progress': ended('in-progress'),
  Busy: ended('busy', '486', 'Busy Here', 'sip_user_unavailable'),
  'No answer': ended('missed', '480', 'Temporarily Unavailable', 'sip_call_never_connected'),
  'AMD Terminated': ended('voicemail', '200', 'OK'),
  Canceled: ended('canceled', '487', 'Request Terminated', 'sip_user_rejected'),
  Failed: ended('failed', '503', 'Service Unavailable', 'sip_trunk_failure'),
};

/** What of a call that is handed over belongs to the agent. */
const AGENTS_PART = 0.8;

/** The legs of a run, oldest first: one for the call, another where it was handed over; none before it begins. */
export function sessionsOf(call: StoredCall, run: Run): Session[] {
  if (call.status === 'Scheduled') return [];
  const seconds = Math.round(durationOf(call.record));
  const isTransferred = call.status === 'Transferred';
  const first = legOf(call, run, {
    place: 0,
    seconds: isTransferred ? Math.round(seconds * AGENTS_PART) : seconds,
  });
  if (!isTransferred) return [first];
  const rest = seconds - (first.duration ?? 0);
  return [first, { ...legOf(call, run, { place: 1, seconds: rest }), type: 'transfer' }];
}

function legOf(
  { record, id = '', created, status = '', type }: StoredCall,
  run: Run,
  { place, seconds }: { place: number; seconds: number },
): Session {
  const began = created + (place === 0 ? 0 : durationOf(record) * AGENTS_PART * 1000);
  const ending = ENDINGS[status] ?? ended('completed', '200', 'OK');
  const isChat = textAt(record, 'provider') === 'Chat';
  const isOver = at(record, 'duration') !== undefined;
  const connected = ending.failure_reason === null && ending.status !== 'queued';
  const language = textAt(record, 'language');
  return {
    id: uuidOf(`session/${id}/${place}`),
    org_id: ORG_ID,
    use_case_id: run.use_case_id,
    version_id: run.version_id,
    run_id: runIdOf(id),
    user_number: textAt(record, 'metadata', type === 'Outbound' ? 'to' : 'from') ?? '',
    type: isChat ? 'chat' : type === 'Outbound' ? 'outbound_call' : 'inbound_call',
    duration: isOver && connected ? seconds : null,
    timestamp: iso(began),
    call_connected_at: connected ? iso(began) : null,
    ...ending,
    llm_model: textAt(record, 'use_case', 'model') ?? null,
    stt_model: isChat ? null : 'nova-3',
    tts_model: isChat ? null : 'sonic-2',
    voice_id: isChat ? null : (textAt(record, 'agent', 'id') ?? null),
    languages: language === undefined ? null : [language],
  };
}

export type Message = {
  id: string;
  session_id: string;
  role: string;
  status: string;
  content: unknown;
  timestamp: string;
  is_filler: boolean;
  is_interrupted: boolean;
  tool_calls: readonly unknown[] | null;
  artifacts: null;
  turn_index: number;
};

/** A message is noted down a moment after it was begun to be said. */
const NOTED_MS = 600;

/** What was said on a leg, oldest first: on the one of a transfer, that it was handed over. */
export function messagesOf(session: Session, transcript: unknown): Message[] {
  const began = Date.parse(session.timestamp);
  const said = (place: number, role: string, content: unknown, time: number): Message => ({
    id: uuidOf(`message/${session.id}/${place}`),
    session_id: session.id,
    role,
    status: 'completed',
    content,
    timestamp: iso(time),
    is_filler: false,
    is_interrupted: false,
    tool_calls: null,
    artifacts: null,
    turn_index: place,
  });
  if (session.type === 'transfer')
    return [
      said(0, 'event', 'The call was handed over to a person.', began),
      said(1, 'human', 'Northline Freight, how can I help?', began + 2_500),
    ];
  return listAt(transcript, 'messages').map((message, place) => {
    const start = at(message, 'start');
    const time = typeof start === 'number' ? start * 1000 + NOTED_MS : began;
    const calls = listAt(message, 'tool_calls');
    return {
      ...said(place, textAt(message, 'role') ?? 'event', at(message, 'content'), time),
      is_filler: at(message, 'is_filler') === true,
      is_interrupted: at(message, 'interrupted_thoughts') !== undefined,
      tool_calls: calls.length > 0 ? calls : null,
    };
  });
}
