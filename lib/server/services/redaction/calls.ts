import type { ViewerText } from '@/lib/auth/viewer-text';
import type { CallRow } from '@/lib/call/call';
import type { CallMeasures } from '@/lib/call/conversation/keys';
import type { RelatedResponse } from '@/lib/call/related';
import type { Transcript } from '@/lib/call/transcript/transcript';
import { freeText } from './free-text';
import { hideText } from './hide-text';
import { keepInstant, like, maskId } from './known';
import { maskAll, maskValue } from './mask-value';
import { maskNumber } from './numbers/number-text';
import { type Rules, ruled } from './rules';
import { maskTranscript } from './transcripts';

/** The answers about calls for who may not see phone numbers. */
export type CallMasks = {
  call: <T extends CallRow>(call: T) => T;
  transcript: (transcript: Transcript) => Transcript;
  /** A piece of what was said, by itself: a number may go on where it is not shown, so that all of its digits are hidden. */
  spoken: (text: string) => string;
  measures: (measures: CallMeasures) => CallMeasures;
  related: (answer: RelatedResponse) => RelatedResponse;
};

/**
 * Fields that hold a number are masked whole, ids, instants, lengths and amounts stay, labels are searched for numbers
 * and everything else is free text: a field that nobody knows yet too.
 */
export function callMasks(viewerText: ViewerText = 'hidden'): CallMasks {
  const free = freeText(viewerText);
  const spoken = (text: string) => hideText(text, true);
  const call = <T extends CallRow>(one: T): T => like(one, ruled(one, CALL, free.hide));
  return {
    call,
    transcript: (transcript) => maskTranscript(transcript, free),
    spoken,
    measures: (measures) => ({
      ...measures,
      first_words: measures.first_words === null ? null : spoken(measures.first_words),
    }),
    related: (answer) => ({
      ...answer,
      number: answer.number === null ? null : maskNumber(answer.number),
      family: answer.family.map(call),
      same_number: answer.same_number.map(call),
    }),
  };
}

const keep = (value: unknown) => value;
const label = (value: unknown) => maskValue(value);
const id = (value: unknown) => (typeof value === 'string' ? maskId(value) : maskValue(value));
const instant = (value: unknown) =>
  typeof value === 'string' ? keepInstant(value) : maskValue(value);
const amounts = (value: unknown) => maskValue(value, 'keep');

const CALL: Rules = {
  id: keep,
  created: instant,
  organization_id: id,
  type: label,
  status: label,
  provider: label,
  metadata: {
    call_sid: id,
    recording_sid: id,
    from: (value) => maskAll(value),
    to: (value) => maskAll(value),
    tags: label,
  },
  use_case: { id, name: label, model: label, language: label },
  prompt_id: id,
  agent: { id, name: label },
  language: label,
  classification: { tag: label },
  duration: keep,
  max_duration_mins: keep,
  viewed_by: label,
  parent_call_id: id,
  notes: { id, user_id: label, flagged: keep, created_at: instant },
  ratings: { emoji: label, email: label, created: instant },
  scheduled_for: instant,
  campaign_id: id,
  transfer_contact_email: label,
  costs: amounts,
  /** What was set aside is free text, whatever it was sent as. */
  callscope: { created_from: keep, set_aside: { path: label } },
};
