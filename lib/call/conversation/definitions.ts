import type { MeasureKey } from './keys';

/** What a measure means and what it rests on: said here once, shown where measures are. */
export type Definition = {
  term: string;
  words: string;
  /** What it is measured in: “measured in 14 of 17 turns”. */
  basis: string;
};

const TURN = 'A turn is something that one side said; turns without words do not count.';

export const MEASURE_DEFINITIONS: Readonly<Record<MeasureKey, Definition>> = {
  talk_share: {
    term: 'Talk share',
    words:
      'The agent’s part of the time in which anybody spoke, from 0 to 1. Silence belongs to nobody; where both spoke at once, it counts for both. Unknown where fewer than half of the turns of a side have a beginning and an end.',
    basis: 'turns',
  },
  silence: {
    term: 'Longest silence',
    words:
      'The longest time, in seconds, in which neither side spoke, between the first word and the last; time in which a tool was at work belongs to it. Unknown where fewer than half of the pauses can be told.',
    basis: 'pauses',
  },
  interruptions: {
    term: 'Interruptions',
    words:
      'How often one side was cut off: the transcript says what was about to be said, or the other side began more than 0.3 seconds before the end. Where marks and times tell of fewer than half of the changes of speaker, it is unknown.',
    basis: 'changes of speaker',
  },
  response_time: {
    term: 'Response time',
    words:
      'The median, in seconds, of how long the agent took to answer: from the end of what the other side said last to the agent’s first word, a filler too. 0 where the agent began before that end. A word that the other side puts in while the agent goes on speaking waits for no answer.',
    basis: 'answers',
  },
  response_time_p95: {
    term: 'Response time, p95',
    words:
      'The same at the 95th percentile, by nearest rank: 95 of 100 answers did not take longer. With few answers it is the slowest one.',
    basis: 'answers',
  },
  tool_calls: {
    term: 'Tool calls',
    words: 'How often the agent called a tool. Unknown where nobody spoke.',
    basis: 'tool calls',
  },
  tool_errors: {
    term: 'Failed tool calls',
    words:
      'Tool calls whose answer says that they failed: an error, “success” or “ok” that is false, a status of 400 or above, or text that begins with such a word. An answer that says nothing of the kind, or “error: none”, counts as none. Unknown where nobody spoke.',
    basis: 'tool calls',
  },
  turns: {
    term: 'Turns',
    words: TURN,
    basis: 'turns',
  },
};

/** Why a measure can be unknown although the transcript is there. */
export const UNKNOWN_WORDS =
  'Times that cannot be true make a measure unknown, never a number: turns that begin before the call, in no order or of more than ten minutes, two who speak at once all the time, an answer that took more than two minutes, a pause of more than five. Turns without times are left out, and how many tell is said beside the value.';
