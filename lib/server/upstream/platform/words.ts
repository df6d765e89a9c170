/** Their words in ours. What is not in here is shown as it came. */

const STATUSES: Partial<Record<string, string>> = {
  not_started: 'Queued',
  scheduled: 'Scheduled',
  running: 'In progress',
  skipped: 'Skipped',
  succeeded: 'Completed',
  completed: 'Completed',
  canceled: 'Canceled',
  failed: 'Failed',
};

export function statusOf(sent: unknown): unknown {
  return typeof sent === 'string' ? (own(STATUSES, sent) ?? sent) : sent;
}

const EMOJI_BY_ANNOTATION: Partial<Record<string, string>> = {
  correct: '✅',
  incorrect: '👎',
  critical: '🚨',
};

export const EMOJIS = Object.values(EMOJI_BY_ANNOTATION).flatMap((emoji) => emoji ?? []);

export function emojiOf(annotation: unknown): string | undefined {
  return typeof annotation === 'string' ? own(EMOJI_BY_ANNOTATION, annotation) : undefined;
}

export function annotationOf(emoji: string): string | undefined {
  return Object.entries(EMOJI_BY_ANNOTATION).find(([, each]) => each === emoji)?.[0];
}

const FAILURES: Partial<Record<string, string>> = {
  sip_call_never_connected: 'Nobody answered, or the carrier refused the call.',
  sip_user_unavailable: 'The line was busy or out of service.',
  sip_user_rejected: 'The other side rejected the call.',
  sip_trunk_failure: 'The telephone trunk could not deliver the call.',
  sip_call_error: 'The telephone network ended the call with an error.',
  connection_timeout: 'The call was not connected in time.',
  media_failure: 'The sound of the call failed.',
  join_failure: 'The other side could not be joined to the call.',
  transport_failure: 'The connection of the call was lost.',
  agent_loop_error: 'The agent failed during the call.',
  start_agent_error: 'The agent could not start.',
  prompt_too_large: 'The prompt of the agent was larger than its model takes.',
  agent_config_failed: 'The configuration of the agent could not be loaded.',
  voice_bootstrap_failed: 'The voice of the agent could not start.',
  room_join_failed: 'The agent could not join the call.',
  outbound_sip_create_failed: 'The call could not be placed.',
};

/** Why a voice session failed, as a sentence; a reason that is not known is told in its own words. */
export function failureOf(reason: string): string {
  return own(FAILURES, reason) ?? `The call failed: ${reason.replaceAll('_', ' ')}.`;
}

/** Names like `constructor` are nobody's words. */
function own(words: Partial<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
