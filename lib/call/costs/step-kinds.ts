import { COST_COMPONENTS, type CostComponent } from './costs';

/** Why costs change, in the order in which a change is taken apart. */
export type StepKind = 'volume' | 'mix' | 'duration' | CostComponent;

export const STEP_KINDS: readonly StepKind[] = ['volume', 'mix', 'duration', ...COST_COMPONENTS];
