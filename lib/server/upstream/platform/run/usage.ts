import type { CallCosts } from '@/lib/call/call';
import { isObject } from '@/lib/server/upstream/transport/body/body';

type Kind = 'voip' | 'transcriber' | 'llm' | 'tts';

/** What the names of components mean; of several that fit the first counts. */
const NAMES: readonly (readonly [Kind, RegExp])[] = [
  ['transcriber', /\bstt\b|speech.to.text|transcri/i],
  ['tts', /\btts\b|text.to.speech/i],
  ['llm', /\bllm\b|language.model|\btokens?\b/i],
  ['voip', /telephon|\bvoip\b|\bsip\b|carrier/i],
];

/** As deep as usage is broken down, and more. */
const DEEPEST = 6;

/**
 * What a run used, as the costs of a call: credits, not money. What no name tells is part of the total alone. Undefined
 * where no total was sent.
 */
export function costsOf(usage: Record<string, unknown>): CallCosts | undefined {
  const total = creditsOf(usage.total_credits);
  if (total === undefined) return undefined;
  const sums = new Map<Kind, number>();
  addUp(usage.components, sums, 0);
  const costs: CallCosts = { total_costs: total, unit: 'credits' };
  for (const [kind, credits] of sums) costs[kind] = { total_cost: hundredths(credits) };
  return costs;
}

/** What is named counts whole; what is not is looked into. */
function addUp(components: unknown, sums: Map<Kind, number>, depth: number): void {
  if (!Array.isArray(components) || depth > DEEPEST) return;
  for (const component of components.filter(isObject)) {
    const kind = kindOf(component.name ?? component.category);
    const credits = creditsOf(component.credits);
    if (kind !== undefined && credits !== undefined)
      sums.set(kind, (sums.get(kind) ?? 0) + credits);
    else addUp(component.subcomponents, sums, depth + 1);
  }
}

function kindOf(name: unknown): Kind | undefined {
  if (typeof name !== 'string') return undefined;
  return NAMES.find(([, pattern]) => pattern.test(name))?.[0];
}

/** A usage is none below zero. */
function creditsOf(sent: unknown): number | undefined {
  return typeof sent === 'number' && Number.isFinite(sent) && sent >= 0 ? sent : undefined;
}

/** Figures come with two decimals; their sums have no more. */
function hundredths(credits: number): number {
  return Math.round(credits * 100) / 100;
}
