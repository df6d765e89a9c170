import type { Sums } from '@/lib/call/answers/index-responses';
import { COST_COMPONENTS, type CostComponent, type Micros, toMicros } from './costs';
import { STEP_KINDS, type StepKind } from './step-kinds';

/** What the calls with a cost of one period came to; calls without a cost stay out of it all. */
export type CostBasis = {
  calls: number;
  minutes: number;
  micros: Readonly<Record<CostComponent, Micros>>;
};

/** The same calls in both periods: one use case, one model, or simply all of them. */
export type GroupChange = { before: CostBasis; after: CostBasis };

/** One reason of a change. `parts` says what each of the groups has in it, in their order; they add up to it. */
export type CostStep = { kind: StepKind; micros: Micros; parts: readonly Micros[] };

/** From one period to the next: `before` plus all steps is `after`, to the micro-unit. */
export type CostChange = { before: Micros; after: Micros; steps: CostStep[] };

/**
 * Takes the change of cost between two periods apart, in this order:
 * - volume: the change of the number of calls, at what a call cost before;
 * - mix: calls have moved to groups in which a call cost more, or less, before;
 * - duration: the change of minutes per call, at what a minute cost before;
 * - each component: the change of what it costs per minute, at the minutes of now.
 *
 * Duration and rates are taken group by group, so that a change of mix is not told as one of rates. A group that
 * was not there before has no past to compare with: what its calls cost beyond that is mix. Where a group has no minutes in one of the
 * periods, rates are per call instead. Without calls before, or now, everything is volume. A group's part of the volume
 * is its own change of calls, at what a call cost before over all groups.
 */
export function costChange(groups: readonly GroupChange[]): CostChange {
  const before = sumBases(groups.map((group) => group.before));
  const after = sumBases(groups.map((group) => group.after));
  const ends = { before: totalOf(before), after: totalOf(after) };
  const perGroup =
    before.calls === 0 || after.calls === 0
      ? groups.map(wholeChange)
      : groups.map((group) => effectsOf(group, totalOf(before) / before.calls));
  return { ...ends, steps: exactSteps(sensible(perGroup, groups, ends), ends) };
}

/** What one group adds to each step, not rounded yet. */
type Effects = Readonly<Partial<Record<StepKind, number>>>;

function wholeChange({ before, after }: GroupChange): Effects {
  return { volume: totalOf(after) - totalOf(before) };
}

/** `perCall` is what a call cost before over all groups, and what it cost in this one decides on the mix. */
function effectsOf({ before, after }: GroupChange, perCall: number): Effects {
  const calls = after.calls - before.calls;
  if (before.calls === 0)
    return { volume: calls * perCall, mix: totalOf(after) - totalOf(before) - calls * perCall };
  const perMinute = before.minutes > 0 && after.minutes > 0;
  const longer = after.minutes - after.calls * (before.minutes / before.calls);
  const scale = perMinute ? after.minutes / before.minutes : after.calls / before.calls;
  const rate = (component: CostComponent) =>
    after.micros[component] - before.micros[component] * scale;
  return {
    volume: calls * perCall,
    mix: calls * (totalOf(before) / before.calls - perCall),
    duration: perMinute ? longer * (totalOf(before) / before.minutes) : 0,
    voip: rate('voip'),
    transcriber: rate('transcriber'),
    llm: rate('llm'),
    tts: rate('tts'),
    other: rate('other'),
  };
}

/** The effects, or all of it as volume where rates make steps that nobody could make sense of. */
function sensible(
  perGroup: readonly Effects[],
  groups: readonly GroupChange[],
  { before, after }: Pick<CostChange, 'before' | 'after'>,
): readonly Effects[] {
  const most = Math.max(EXACT, SENSIBLE * (Math.abs(before) + Math.abs(after)));
  const whole = (kind: StepKind) => perGroup.reduce((sum, each) => sum + (each[kind] ?? 0), 0);
  return STEP_KINDS.every((kind) => Math.abs(whole(kind)) <= most)
    ? perGroup
    : groups.map(wholeChange);
}

/** Rounds each step so that they add up to the whole, and its parts so that they add up to the step. */
function exactSteps(
  perGroup: readonly Effects[],
  { before, after }: Pick<CostChange, 'before' | 'after'>,
): CostStep[] {
  const effects = STEP_KINDS.map((kind) => perGroup.map((each) => each[kind] ?? 0));
  const steps = exactParts(
    effects.map((parts) => parts.reduce((sum, part) => sum + part, 0)),
    after - before,
  );
  return STEP_KINDS.map((kind, at) => {
    const micros = steps[at] ?? 0;
    return { kind, micros, parts: exactParts(effects[at] ?? [], micros) };
  });
}

/** Whole numbers that add up to a whole: the running sum is rounded, and a part is what it grows by. */
function exactParts(parts: readonly number[], whole: number): number[] {
  let exact = 0;
  let told = 0;
  return parts.map((part, at) => {
    exact += part;
    const until = at === parts.length - 1 ? whole : Math.round(exact);
    const grown = until - told;
    told = until;
    return grown;
  });
}

/** Sums of a few such numbers are still exact. */
const EXACT = 1e15;
/** Beyond so many times both periods are only rates that make no sense: no step is made of them. */
const SENSIBLE = 10;

/** The sums of an answer as a basis. They have to be of calls with a cost only, for the minutes' sake. */
export function basisOf(sums: Sums): CostBasis {
  const total = toMicros(sums.total);
  const [voip, transcriber, llm, tts] = [
    toMicros(sums.voip),
    toMicros(sums.transcriber),
    toMicros(sums.llm),
    toMicros(sums.tts),
  ];
  const other = total - voip - transcriber - llm - tts;
  return {
    calls: sums.calls - sums.calls_without_cost,
    minutes: sums.minutes,
    micros: { voip, transcriber, llm, tts, other },
  };
}

/** A period without calls. */
const NOTHING: CostBasis = {
  calls: 0,
  minutes: 0,
  micros: { voip: 0, transcriber: 0, llm: 0, tts: 0, other: 0 },
};

function sumBases(bases: readonly CostBasis[]): CostBasis {
  return bases.reduce((sum, basis) => {
    const micros = { ...sum.micros };
    for (const component of COST_COMPONENTS) micros[component] += basis.micros[component];
    return { calls: sum.calls + basis.calls, minutes: sum.minutes + basis.minutes, micros };
  }, NOTHING);
}

/** What all components come to. */
export function totalOf({ micros }: CostBasis): Micros {
  return COST_COMPONENTS.reduce((sum, component) => sum + micros[component], 0);
}
