import { groupLabel } from '@/components/costs/view/view';
import type { BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import {
  basisOf,
  type CostBasis,
  type CostChange,
  type CostStep,
  costChange,
  totalOf,
} from '@/lib/call/costs/cost-change';
import type { Micros } from '@/lib/call/costs/costs';
import type { StepKind } from '@/lib/call/costs/step-kinds';
import { periodSentence, STEP_NAMES, sentenceOf, smallSentence, type Words } from './step-words';

/** The calls of one group in both periods, as a step sees them. */
export type ChangedGroup = {
  key: string | null;
  name: string;
  before: CostBasis;
  after: CostBasis;
};

/** What one group has in a step. */
export type StepPart = ChangedGroup & { micros: Micros };

export type StairKey = StepKind | 'small' | 'before' | 'after';

/** One bar of the waterfall: a whole period, or a step that starts where the one before it ended. */
export type Stair = {
  key: StairKey;
  name: string;
  /** What the step adds; of a period, what it cost. */
  micros: Micros;
  /** Where the bar begins and ends, in amounts. */
  span: [number, number];
  whole: boolean;
  sentence: string;
  /** The groups behind a step, those with most in it first; none of a period, or where groups are not told apart. */
  parts: readonly StepPart[];
};

/** Both periods with the way between them. `mixed`: the change of mix between groups is told apart. */
export type ExplainedChange = Pick<CostChange, 'before' | 'after'> & {
  stairs: Stair[];
  mixed: boolean;
};

/** Explains what changed; where a call is in several groups the mix is part of the other steps. */
export function explainChange(data: BreakdownResponse, words: Words): ExplainedChange | null {
  const { previous, totals } = data;
  if (previous === null) return null;
  const mixed = !data.overlapping;
  const bases = { before: basisOf(previous), after: basisOf(totals) };
  const groups = mixed ? changedGroups(data) : [{ key: null, name: '', ...bases }];
  const change = costChange(groups);
  const steps = folded(change).map((step) => stepStair(step, groups, bases, mixed, words));
  const stairs = [
    periodStair('before', words.before, bases.before, words),
    ...steps,
    periodStair('after', 'This period', bases.after, words),
  ];
  return { before: change.before, after: change.after, mixed, stairs: placed(stairs) };
}

function changedGroups({ groups }: BreakdownResponse): ChangedGroup[] {
  return groups.flatMap((group) =>
    group.previous
      ? [
          {
            key: group.key,
            name: groupLabel(group),
            before: basisOf(group.previous),
            after: basisOf(group),
          },
        ]
      : [],
  );
}

/** Several steps as one, or one alone. */
type Folded = { key: StepKind | 'small'; steps: readonly CostStep[] };

/** Steps that change the cost by less than this part of it are told as one. */
export const SMALL_STEP = 0.01;

/** The steps that are worth a bar of their own, and the small ones as one; nothing of nothing. */
function folded({ before, after, steps }: CostChange): Folded[] {
  const least = SMALL_STEP * Math.max(Math.abs(before), Math.abs(after));
  const moved = steps.filter(({ micros }) => micros !== 0);
  const small = moved.filter(({ micros }) => Math.abs(micros) < least);
  const alone = (step: CostStep): Folded => ({ key: step.kind, steps: [step] });
  const [only] = small;
  // One that can be seen has a name of its own.
  if (small.length === 1 && only && Math.abs(only.micros) >= least / 10) return moved.map(alone);
  const large = moved.filter((step) => !small.includes(step)).map(alone);
  return small.length === 0 || sumOf(small) === 0
    ? large
    : [...large, { key: 'small', steps: small }];
}

function sumOf(steps: readonly CostStep[]): Micros {
  return steps.reduce((sum, { micros }) => sum + micros, 0);
}

function stepStair(
  { key, steps }: Folded,
  groups: readonly ChangedGroup[],
  bases: { before: CostBasis; after: CostBasis },
  mixed: boolean,
  words: Words,
): Stair {
  const micros = sumOf(steps);
  const [only] = steps;
  return {
    key,
    name: STEP_NAMES[key],
    micros,
    span: [0, 0],
    whole: false,
    sentence:
      key === 'small' || !only ? smallSentence(steps, words) : sentenceOf(only, bases, words),
    parts: mixed ? partsOf(steps, groups) : [],
  };
}

function partsOf(steps: readonly CostStep[], groups: readonly ChangedGroup[]): StepPart[] {
  return groups
    .map((group, at) => ({
      ...group,
      micros: steps.reduce((sum, { parts }) => sum + (parts[at] ?? 0), 0),
    }))
    .filter(({ micros }) => micros !== 0)
    .sort((a, b) => Math.abs(b.micros) - Math.abs(a.micros));
}

function periodStair(key: 'before' | 'after', name: string, basis: CostBasis, words: Words): Stair {
  const micros = totalOf(basis);
  return {
    key,
    name,
    micros,
    span: [0, 0],
    whole: true,
    sentence: periodSentence(basis, words),
    parts: [],
  };
}

const MILLION = 1_000_000;

/** Each step starts where the one before it ended; a period starts at nothing. */
function placed(stairs: readonly Stair[]): Stair[] {
  let level = 0;
  return stairs.map((stair) => {
    const from = stair.whole ? 0 : level;
    level = from + stair.micros;
    return { ...stair, span: [from / MILLION, level / MILLION] };
  });
}
