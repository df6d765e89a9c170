import type { Capabilities, Finding, HeldKey, OddField } from '@/lib/call/answers/upstream-check';
import type { Call } from '@/lib/call/call';
import type { Sort } from '@/lib/call/query/filters';
import type { Recording } from '@/lib/server/upstream/port/recording';
import type { Ask, Heard } from './ask';
import type { Row } from './json';
import type { Listing } from './listing';

/** What the index can tell for comparison, or why it cannot. */
export type IndexFacts =
  | { reason: string }
  | {
      indexed: number;
      /** Whether it has read every call at least once. */
      complete: boolean;
      /** How many calls it has of a span: milliseconds, the first included, the last not. */
      callsBetween(from: number, to: number): Promise<number>;
    };

/** What the steps know of the account; what one finds out, later ones use. */
export type Account = {
  /** The newest fifty calls. */
  newest: Listing;
  /** As many of the newest calls as came at once. */
  sample: readonly Row[];
  /** How long the largest page took, and how many calls were in it. */
  largest: { ms: number; limit: number };
  /** Fields of the sample that do not fit their documented shape. */
  odd: OddField[];
  /** When the oldest call was created, where the order could be turned round. */
  oldest?: number;
};

export type Tools = {
  ask: Ask;
  heard: Heard;
  index: () => Promise<IndexFacts>;
  /** The part of the time that the sync may spend asking. */
  share: number;
  /** Milliseconds. */
  now: () => number;
  /** The call that people are shown of a record; undefined where its id is none. */
  read: (record: unknown) => Call | undefined;
  /** Reads a transcript as people are shown it; throws what they are told. */
  readTranscript: (id: string) => Promise<unknown>;
  /** Where the sound of a call lies, if there is any. */
  findRecording: (id: string) => Promise<Recording>;
};

/** What was found out; what is not named was not. */
export type Learned = Partial<Pick<Capabilities, 'paging' | 'max_limit' | 'recordings'>> & {
  honoured?: Partial<Record<HeldKey, boolean>>;
  /** Which of the two orders is honoured. */
  sorts?: Record<Sort, boolean>;
};

export type Looked = { findings: Finding[]; learned?: Learned };

/** One thing to look at; `subject` names it where nothing could be found out. */
export type Step = {
  subject: string;
  look(account: Account, tools: Tools): Promise<Looked>;
};

export function found(
  subject: string,
  outcome: Finding['outcome'],
  detail: string,
  learned?: Learned,
): Looked {
  return { findings: [{ subject, outcome, detail }], ...(learned && { learned }) };
}
