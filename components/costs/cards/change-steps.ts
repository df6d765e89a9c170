import type { CostsResponse } from '@/lib/call/answers/index-responses';
import {
  basisOf,
  type CostBasis,
  type CostChange,
  type CostStep,
  costChange,
  groupChanges,
  type StepKind,
  totalOf,
} from '@/lib/call/costs/cost-change';
import { COST_LABELS, type CostComponent, type Micros } from '@/lib/call/costs/costs';
import { formatCount } from '@/lib/format/number';

/** One bar of the waterfall: a whole period, or a step that starts where the one before it ended. */
export type Stair = {
  key: StepKind | 'before' | 'after';
  name: string;
  /** What the step adds; of a period, what it cost. */
  micros: Micros;
  /** Where the bar begins and ends, in amounts. */
  span: [number, number];
  whole: boolean;
  sentence: string;
};

/** Both periods with the way between them. `mixed`: the change of mix between groups is told apart. */
export type ExplainedChange = CostChange & { stairs: Stair[]; mixed: boolean };

/**
 * Where the axis begins, in amounts: at zero, unless the steps are so small beside the periods that nobody would
 * see them.
 */
export function floorOf(stairs: readonly Stair[]): number {
  const levels = stairs.map(({ span }) => span[1]);
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  const spread = most - least;
  if (least <= 4 * spread || spread === 0) return 0;
  const unit = 10 ** Math.floor(Math.log10(spread));
  return Math.floor((least - spread) / unit) * unit;
}

type Words = { money: (micros: Micros) => string; groups: string };

/** Explains what changed; without the groups of both periods the mix is part of the other steps. */
export function explainChange(
  current: CostsResponse,
  past: CostsResponse | undefined,
  words: Words,
): ExplainedChange | null {
  if (current.previous === null) return null;
  const [before, after] = [basisOf(current.previous), basisOf(current.totals)];
  const mixed = past !== undefined && !current.overlapping;
  const change = costChange(
    mixed
      ? groupChanges({ totals: current.previous, groups: past.groups }, current)
      : [{ before, after }],
  );
  return { ...change, mixed, stairs: stairsOf(change, { before, after }, mixed, words) };
}

function stairsOf(
  change: CostChange,
  bases: { before: CostBasis; after: CostBasis },
  mixed: boolean,
  words: Words,
): Stair[] {
  let level = change.before;
  const steps = change.steps
    .filter(({ kind, micros }) => micros !== 0 || (kind !== 'other' && kind !== 'mix'))
    .filter(({ kind }) => mixed || kind !== 'mix')
    .map((step): Stair => {
      const from = level;
      level += step.micros;
      return {
        key: step.kind,
        name: STEP_NAMES[step.kind],
        micros: step.micros,
        span: [from / MILLION, level / MILLION],
        whole: false,
        sentence: sentenceOf(step, bases, words),
      };
    });
  return [
    period('before', 'Period before', bases.before, words),
    ...steps,
    period('after', 'This period', bases.after, words),
  ];
}

const MILLION = 1_000_000;

function period(key: 'before' | 'after', name: string, basis: CostBasis, words: Words): Stair {
  const micros = totalOf(basis);
  return {
    key,
    name,
    micros,
    span: [0, micros / MILLION],
    whole: true,
    sentence: `${formatCount(basis.calls)} calls with a cost came to ${words.money(micros)}.`,
  };
}

const STEP_NAMES: Record<StepKind, string> = {
  volume: 'Volume',
  mix: 'Mix',
  duration: 'Duration',
  voip: `${COST_LABELS.voip} rate`,
  transcriber: `${COST_LABELS.transcriber} rate`,
  llm: `${COST_LABELS.llm} rate`,
  tts: `${COST_LABELS.tts} rate`,
  other: `${COST_LABELS.other} rate`,
};

type Bases = { before: CostBasis; after: CostBasis };

function sentenceOf({ kind, micros }: CostStep, bases: Bases, words: Words): string {
  const effect = effectOf(micros, words);
  if (kind === 'volume') return `${volumeWords(bases, words)}: ${effect}.`;
  if (kind === 'mix')
    return `Calls are spread over other ${words.groups} than before, at what these cost before: ${effect}.`;
  const [told, change] = kind === 'duration' ? durationWords(bases) : rateWords(kind, bases, words);
  // Over all calls the figure can rise while it falls in each group: the step is about the groups.
  const within =
    change * micros < 0
      ? ` over all, but within the same ${words.groups} it went the other way`
      : '';
  return `${told}${within}: ${effect}.`;
}

function effectOf(micros: Micros, { money }: Words): string {
  if (micros === 0) return 'no change';
  return micros > 0 ? `${money(micros)} more` : `${money(-micros)} less`;
}

function volumeWords({ before, after }: Bases, { money }: Words): string {
  const calls = after.calls - before.calls;
  if (before.calls === 0) return 'There were no calls with a cost before, so all of it is new';
  if (after.calls === 0) return 'There are no calls with a cost now';
  if (calls === 0) return 'As many calls as before';
  const perCall = money(Math.round(totalOf(before) / before.calls));
  const many = `${formatCount(Math.abs(calls))} ${calls > 0 ? 'more' : 'fewer'} calls`;
  return `${many}, at the ${perCall} that a call cost before`;
}

/** In words, and by how much it changed over all calls. */
function durationWords({ before, after }: Bases): [words: string, change: number] {
  const length = ({ minutes, calls }: CostBasis) => (calls === 0 ? null : minutes / calls);
  const [was, is] = [length(before), length(after)];
  if (was === null || is === null)
    return ['Only one period has calls, so lengths do not compare', 0];
  if (was === 0 || is === 0) return ['One period has no minutes, so lengths do not compare', 0];
  return [`A call took ${is.toFixed(2)} minutes, ${was.toFixed(2)} before`, is - was];
}

function rateWords(
  component: CostComponent,
  { before, after }: Bases,
  { money }: Words,
): [words: string, change: number] {
  const rate = ({ micros, minutes }: CostBasis) =>
    minutes > 0 ? Math.round(micros[component] / minutes) : null;
  const [was, is] = [rate(before), rate(after)];
  const name = COST_LABELS[component];
  if (was === null || is === null)
    return [`${name}, by the call because one period has no minutes`, 0];
  return [`${name} costs ${money(is)} per minute, ${money(was)} before`, is - was];
}
