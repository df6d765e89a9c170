import { type CostBasis, type CostStep, totalOf } from '@/lib/call/costs/cost-change';
import type { CostComponent, Micros } from '@/lib/call/costs/costs';
import type { StepKind } from '@/lib/call/costs/step-kinds';
import { formatCount } from '@/lib/format/number';

export type Words = {
  /** Sums, all in one precision. */
  money: (micros: Micros) => string;
  /** What one call or one minute costs. */
  rate: (micros: Micros) => string;
  /** What calls are grouped by, in the plural. */
  groups: string;
  /** What the period before is called. */
  before: string;
};

export const STEP_NAMES: Record<StepKind | 'small', string> = {
  volume: 'Number of calls',
  mix: 'Mix of calls',
  duration: 'Length of calls',
  voip: 'Price of VoIP',
  transcriber: 'Price of transcription',
  llm: 'Price of the LLM',
  tts: 'Price of speech',
  other: 'Other prices',
  small: 'Small changes',
};

/** What a minute is bought of. */
const BOUGHT: Record<CostComponent, string> = {
  voip: 'telephony (VoIP)',
  transcriber: 'transcription',
  llm: 'the language model (LLM)',
  tts: 'generated speech (TTS)',
  other: 'everything else',
};

type Bases = { before: CostBasis; after: CostBasis };

/** Why the cost changed, in a plain sentence with what that came to. */
export function sentenceOf({ kind, micros }: CostStep, bases: Bases, words: Words): string {
  return `${reasonOf(kind, micros, bases, words)}: ${effectOf(micros, words)}.`;
}

/** The reason alone, as it can stand in a sentence: `1,204 more calls`. */
function reasonOf(kind: StepKind, micros: Micros, bases: Bases, words: Words): string {
  if (kind === 'volume') return volumeWords(bases, words);
  if (kind === 'mix')
    return `Calls moved to ${words.groups} in which a call cost ${micros > 0 ? 'more' : 'less'} before`;
  const [told, change] =
    kind === 'duration' ? durationWords(bases) : priceWords(kind, bases, words);
  // Over all calls the figure can rise while it falls in each group: the step is about the groups.
  const against = change * micros < 0;
  return against
    ? `${told} over all, but within the same ${words.groups} it went the other way`
    : told;
}

/** What several steps come to that are each too small to tell. */
export function smallSentence(steps: readonly CostStep[], words: Words): string {
  const told = steps.map(({ kind, micros }) => `${STEP_NAMES[kind]} ${effectOf(micros, words)}`);
  return `Each changed the cost by less than 1%: ${told.join(', ')}.`;
}

export function periodSentence(basis: CostBasis, { money }: Words): string {
  return `${formatCount(basis.calls)} calls with a cost came to ${money(totalOf(basis))}.`;
}

function effectOf(micros: Micros, { money }: Words): string {
  if (micros === 0) return 'no change';
  return micros > 0 ? `${money(micros)} more` : `${money(-micros)} less`;
}

function volumeWords({ before, after }: Bases, { rate }: Words): string {
  const calls = after.calls - before.calls;
  if (before.calls === 0) return 'There were no calls with a cost before, so all of it is new';
  if (after.calls === 0) return 'There are no calls with a cost now';
  if (calls === 0) return 'There were as many calls as before';
  const perCall = rate(Math.round(totalOf(before) / before.calls));
  const many = `${formatCount(Math.abs(calls))} ${calls > 0 ? 'more' : 'fewer'} ${Math.abs(calls) === 1 ? 'call' : 'calls'}`;
  return `${many}, ${formatCount(after.calls)} after ${formatCount(before.calls)}, at the ${perCall} that a call cost before`;
}

/** In words, and by how much it changed over all calls. */
function durationWords({ before, after }: Bases): [words: string, change: number] {
  const length = ({ minutes, calls }: CostBasis) => (calls === 0 ? null : minutes / calls);
  const [was, is] = [length(before), length(after)];
  if (was === null || is === null)
    return ['Only one period has calls, so lengths do not compare', 0];
  if (was === 0 || is === 0) return ['One period has no minutes, so lengths do not compare', 0];
  const went = is === was ? 'stayed' : is > was ? 'became longer' : 'became shorter';
  return [`Calls ${went}: ${is.toFixed(2)} minutes each after ${was.toFixed(2)}`, is - was];
}

function priceWords(
  component: CostComponent,
  { before, after }: Bases,
  { rate }: Words,
): [words: string, change: number] {
  const price = ({ micros, minutes }: CostBasis) =>
    minutes > 0 ? Math.round(micros[component] / minutes) : null;
  const [was, is] = [price(before), price(after)];
  const what = BOUGHT[component];
  if (was === null || is === null)
    return [
      `What a call takes of ${what} changed; one period has no minutes to tell its price by`,
      0,
    ];
  if (was === is) return [`The price of a minute of ${what} stayed at ${rate(is)}`, 0];
  const went = is > was ? 'rose' : 'fell';
  return [`The price of a minute of ${what} ${went} from ${rate(was)} to ${rate(is)}`, is - was];
}
