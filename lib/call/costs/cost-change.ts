import type { Sums } from '@/lib/call/answers/index-responses';
import { COST_COMPONENTS, type CostComponent, type Micros, toMicros } from './costs';

/** What the calls with a cost of one period came to; calls without a cost stay out of it all. */
export type CostBasis = {
  calls: number;
  minutes: number;
  micros: Readonly<Record<CostComponent, Micros>>;
};

/** The same calls in both periods: one use case, one model, or simply all of them. */
export type GroupChange = { before: CostBasis; after: CostBasis };

export type StepKind = 'volume' | 'mix' | 'duration' | CostComponent;
export type CostStep = { kind: StepKind; micros: Micros };

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
 * was not there before has no past to compare with: all of it is mix. Where a group has no minutes in one of the
 * periods, rates are per call instead. Without calls before, or now, everything is volume.
 */
export function costChange(groups: readonly GroupChange[]): CostChange {
  const before = sumBases(groups.map((group) => group.before));
  const after = sumBases(groups.map((group) => group.after));
  const effects = new Map<StepKind, number>();
  const add = (kind: StepKind, micros: number) =>
    effects.set(kind, (effects.get(kind) ?? 0) + micros);
  if (before.calls === 0 || after.calls === 0) {
    add('volume', totalOf(after) - totalOf(before));
  } else {
    const volume = (after.calls - before.calls) * (totalOf(before) / before.calls);
    add('volume', volume);
    for (const group of groups) addGroup(group, before.calls, after.calls, add);
  }
  const ends = { before: totalOf(before), after: totalOf(after) };
  return { ...ends, steps: exactSteps(effects, ends) };
}

type Add = (kind: StepKind, micros: number) => void;

function addGroup(
  { before, after }: GroupChange,
  callsBefore: number,
  callsAfter: number,
  add: Add,
) {
  const expectedCalls = (callsAfter * before.calls) / callsBefore;
  if (before.calls === 0) {
    add('mix', totalOf(after));
    return;
  }
  add('mix', (after.calls - expectedCalls) * (totalOf(before) / before.calls));
  const perMinute = before.minutes > 0 && after.minutes > 0;
  if (perMinute) {
    const minutesPerCall = before.minutes / before.calls;
    const longer = after.minutes - after.calls * minutesPerCall;
    add('duration', longer * (totalOf(before) / before.minutes));
  }
  const scale = perMinute ? after.minutes / before.minutes : after.calls / before.calls;
  for (const component of COST_COMPONENTS)
    add(component, after.micros[component] - before.micros[component] * scale);
}

/** Rounds each step so that they add up to the whole: the running sum is rounded, and a step is what it grows by. */
function exactSteps(
  effects: ReadonlyMap<StepKind, number>,
  { before, after }: Pick<CostChange, 'before' | 'after'>,
): CostStep[] {
  const whole = after - before;
  const most = Math.max(EXACT, SENSIBLE * (Math.abs(before) + Math.abs(after)));
  const sensible = [...effects.values()].every((effect) => Math.abs(effect) <= most);
  let exact = 0;
  let told = 0;
  return STEP_KINDS.map((kind, at) => {
    exact += sensible ? (effects.get(kind) ?? 0) : kind === 'volume' ? whole : 0;
    const until = at === STEP_KINDS.length - 1 ? whole : Math.round(exact);
    const micros = until - told;
    told = until;
    return { kind, micros };
  });
}

/** Sums of a few such numbers are still exact. */
const EXACT = 1e15;
/** Beyond so many times both periods are only rates that make no sense: no step is made of them. */
const SENSIBLE = 10;

const STEP_KINDS: readonly StepKind[] = ['volume', 'mix', 'duration', ...COST_COMPONENTS];

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

type Keyed = Sums & { key: string | null };

/**
 * The groups of two periods side by side. Only those that are named in both, or wholly known in one, stand alone;
 * what either period keeps under "All others" cannot be told apart and is one group together with the rest.
 */
export function groupChanges(
  before: { totals: Sums; groups: readonly Keyed[] },
  after: { totals: Sums; groups: readonly Keyed[] },
): GroupChange[] {
  const [past, present] = [named(before.groups), named(after.groups)];
  const complete = [...before.groups, ...after.groups].every(({ key }) => key !== null);
  const keys = [...new Set([...past.keys(), ...present.keys()])].filter(
    (key) => complete || (past.has(key) && present.has(key)),
  );
  const pairs = keys.map((key) => ({
    before: past.get(key) ?? NOTHING,
    after: present.get(key) ?? NOTHING,
  }));
  const rest = {
    before: less(basisOf(before.totals), sumBases(pairs.map((pair) => pair.before))),
    after: less(basisOf(after.totals), sumBases(pairs.map((pair) => pair.after))),
  };
  return isNothing(rest.before) && isNothing(rest.after) ? pairs : [...pairs, rest];
}

function named(groups: readonly Keyed[]): Map<string, CostBasis> {
  return new Map(
    groups.flatMap(({ key, ...sums }) => (key === null ? [] : [[key, basisOf(sums)]])),
  );
}

const NOTHING: CostBasis = {
  calls: 0,
  minutes: 0,
  micros: { voip: 0, transcriber: 0, llm: 0, tts: 0, other: 0 },
};

function isNothing({ calls, micros }: CostBasis): boolean {
  return calls === 0 && COST_COMPONENTS.every((component) => micros[component] === 0);
}

function sumBases(bases: readonly CostBasis[]): CostBasis {
  return bases.reduce((sum, basis) => combine(sum, basis, 1), NOTHING);
}

/** Minutes are not whole numbers: what is left of them when all are taken away is nothing. */
function less(whole: CostBasis, part: CostBasis): CostBasis {
  const rest = combine(whole, part, -1);
  return { ...rest, minutes: rest.minutes < 1e-6 ? 0 : rest.minutes };
}

function combine(a: CostBasis, b: CostBasis, sign: 1 | -1): CostBasis {
  const micros = { ...a.micros };
  for (const component of COST_COMPONENTS) micros[component] += sign * b.micros[component];
  return { calls: a.calls + sign * b.calls, minutes: a.minutes + sign * b.minutes, micros };
}

/** What all components come to. */
export function totalOf({ micros }: CostBasis): Micros {
  return COST_COMPONENTS.reduce((sum, component) => sum + micros[component], 0);
}
