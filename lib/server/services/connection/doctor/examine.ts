import {
  type Capabilities,
  type Finding,
  HELD_KEYS,
  type HeldKey,
  type OddField,
} from '@/lib/call/answers/upstream-check';
import { isCallscopeError } from '@/lib/server/errors';
import type { Upstream } from '@/lib/server/upstream/port/upstream';
import { createAsk, NoMore } from './ask';
import { connect } from './connect';
import type { Account, IndexFacts, Learned, Looked, Step, Tools } from './step';
import { extent, owner } from './steps/account';
import { ownCount } from './steps/count';
import { unknownFields, values } from './steps/fields';
import { filters } from './steps/filters';
import { oddFields } from './steps/odd';
import { order } from './steps/order';
import { firstReading, rateLimit, speed } from './steps/pace';
import { pageSize, paging } from './steps/paging';
import { range } from './steps/range';
import { recording } from './steps/recording';
import { search } from './steps/search';
import { transcript } from './steps/transcript';

/** In this order: later ones use what earlier ones found out. */
const STEPS: readonly Step[] = [
  pageSize,
  owner,
  order,
  extent,
  paging,
  ...filters,
  search,
  range,
  oddFields,
  unknownFields,
  values,
  transcript,
  recording,
  ownCount,
  rateLimit,
  firstReading,
  speed,
];

export type Parts = {
  upstream: Pick<Upstream, 'probe' | 'getTranscript' | 'getRecording'>;
  read: Tools['read'];
  index: () => Promise<IndexFacts>;
  /** The part of the time that the sync may spend asking. */
  share: number;
  signal: AbortSignal;
  now?: () => number;
  /** Told each finding as it comes. */
  onFinding?: (finding: Finding) => void;
  /** Told how far the check is. */
  onProgress?: (progress: { done: number; of: number }) => void;
  /** Told what nobody foresaw; the check goes on. */
  onTrouble?: (error: unknown) => void;
};

export type Examined = {
  findings: Finding[];
  capabilities: Capabilities;
  /** Which of the two orders is honoured, where that was found out. */
  sorts: Learned['sorts'];
  oddFields: OddField[];
  /** Whether HappyRobot answered at all. */
  answered: boolean;
};

/**
 * Asks HappyRobot, reading only, what it does and does not honour. What is found names no number, name, note or key.
 * @throws an `AbortError` when the signal aborts
 */
export async function examine(parts: Parts): Promise<Examined> {
  const { upstream, signal, onFinding, onProgress } = parts;
  const { ask, heard } = createAsk({ probe: upstream.probe, signal });
  const findings: Finding[] = [];
  const learned: Learned[] = [];
  const of = STEPS.length + 1;
  const note = (looked: Looked, done: number) => {
    findings.push(...looked.findings);
    if (looked.learned) learned.push(looked.learned);
    for (const finding of looked.findings) onFinding?.(finding);
    onProgress?.({ done, of });
  };

  onProgress?.({ done: 0, of });
  const connection = await connect(ask);
  note({ findings: [connection.finding] }, 1);
  const { newest } = connection;
  if (!newest) {
    onProgress?.({ done: of, of });
    return {
      findings,
      capabilities: capabilitiesOf([]),
      sorts: undefined,
      oddFields: [],
      answered: connection.answered,
    };
  }
  const largest = { ms: newest.ms, limit: newest.rows.length };
  const account: Account = { newest, sample: newest.rows, largest, odd: [] };
  const tools: Tools = {
    ask,
    heard,
    read: parts.read,
    index: parts.index,
    share: parts.share,
    now: parts.now ?? Date.now,
    readTranscript: (id) => upstream.getTranscript(id, { signal }),
    findRecording: (id) => upstream.getRecording(id, { signal }),
  };
  for (const [n, step] of STEPS.entries()) note(await taken(step, account, tools, parts), n + 2);
  return {
    findings,
    capabilities: capabilitiesOf(learned),
    sorts: learned.find((each) => each.sorts)?.sorts,
    oddFields: account.odd,
    answered: true,
  };
}

/** What a step finds; one that cannot be taken leaves open what it would have told. */
async function taken(step: Step, account: Account, tools: Tools, parts: Parts): Promise<Looked> {
  try {
    return await step.look(account, tools);
  } catch (error) {
    parts.signal.throwIfAborted();
    const isForeseen = error instanceof NoMore || isCallscopeError(error);
    if (!isForeseen) parts.onTrouble?.(error);
    const detail = isForeseen ? error.message : 'Callscope could not make sense of the answer.';
    return { findings: [{ subject: step.subject, outcome: 'unknown', detail }] };
  }
}

function capabilitiesOf(learned: readonly Learned[]): Capabilities {
  const honoured = new Map(
    learned
      .flatMap((each) => HELD_KEYS.map((key) => [key, each.honoured?.[key]] as const))
      .filter(([, is]) => is !== undefined),
  );
  return {
    paging: learned.find((each) => each.paging)?.paging ?? null,
    max_limit: learned.find((each) => each.max_limit)?.max_limit ?? null,
    recordings: learned.find((each) => each.recordings !== undefined)?.recordings ?? null,
    honoured: eachHeld((key) => honoured.get(key) ?? null),
  };
}

/** Guarantee: there is an entry for each of the keys. */
function eachHeld(told: (key: HeldKey) => boolean | null): Capabilities['honoured'] {
  return Object.fromEntries(HELD_KEYS.map((key) => [key, told(key)])) as Capabilities['honoured'];
}
