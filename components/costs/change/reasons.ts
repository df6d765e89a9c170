import type { StepKind } from '@/lib/call/costs/step-kinds';
import type { ExplainedChange, Stair } from './change-steps';

/** A step as a reason in a few words. */
export type Reason = { key: StepKind; words: string; stair: Stair };

const MOST_REASONS = 2;

/** The largest reasons of a change; small ones are none. */
export function reasonsOf({ stairs }: Pick<ExplainedChange, 'stairs'>): Reason[] {
  return stairs
    .flatMap((stair): Reason[] => {
      const { key, micros } = stair;
      if (key === 'before' || key === 'after' || key === 'small') return [];
      return [{ key, words: REASONS[key][micros > 0 ? 0 : 1], stair }];
    })
    .sort((a, b) => Math.abs(b.stair.micros) - Math.abs(a.stair.micros))
    .slice(0, MOST_REASONS);
}

/** Where it raises the cost, and where it lowers it. */
const REASONS: Record<StepKind, readonly [more: string, less: string]> = {
  volume: ['more calls', 'fewer calls'],
  mix: ['a more expensive mix of calls', 'a cheaper mix of calls'],
  duration: ['longer calls', 'shorter calls'],
  voip: ['a higher price of VoIP', 'a lower price of VoIP'],
  transcriber: ['a higher price of transcription', 'a lower price of transcription'],
  llm: ['a higher price of the LLM', 'a lower price of the LLM'],
  tts: ['a higher price of speech', 'a lower price of speech'],
  other: ['higher other prices', 'lower other prices'],
};

/** The group that has most of a step, where one has. */
export function mainGroup({ parts, micros }: Stair): string | null {
  const [first, ...others] = parts;
  if (!first || first.key === null || others.length === 0) return null;
  return first.micros / micros >= 0.5 ? first.name : null;
}
