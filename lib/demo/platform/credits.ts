import { at } from '@/lib/demo/json';
import type { StoredCall } from '@/lib/demo/store';

type Part = { name: string; credits: number; subcomponents?: Part[] };

/** What a run used, as `GET /billing/usage/runs/{id}` breaks it down. */
export type Usage = {
  unit: 'credits';
  total_credits: number;
  components: { category: string; credits: number; subcomponents: Part[] }[];
};

/** So many credits stand for what would cost a dollar. */
const CREDITS = 100;

/** The usage of a run by what its call cost; undefined where it was never billed. */
export function usageOf({ record, status }: StoredCall): Usage | undefined {
  const total = amountAt(record, 'total_costs');
  if (total === undefined) return status === 'In progress' ? undefined : NOTHING;
  const llm = part('LLM', amountAt(record, 'llm', 'total_cost'));
  const model = at(record, 'use_case', 'model');
  const voice = [
    { ...llm, subcomponents: [{ name: String(model), credits: llm.credits }] },
    part('STT', amountAt(record, 'transcriber', 'total_cost')),
    part('TTS', amountAt(record, 'tts', 'total_cost')),
    part('Telephony', amountAt(record, 'voip', 'total_cost')),
  ].filter(({ credits }) => credits > 0);
  const spoken = sum(voice);
  const other = rounded(total * CREDITS - spoken);
  return {
    unit: 'credits',
    total_credits: rounded(total * CREDITS),
    components: [
      { category: 'Voice', credits: spoken, subcomponents: voice },
      ...(other > 0 ? [{ category: 'Other', credits: other, subcomponents: [] }] : []),
    ],
  };
}

const NOTHING: Usage = { unit: 'credits', total_credits: 0, components: [] };

function part(name: string, amount: number | undefined): Part {
  return { name, credits: rounded((amount ?? 0) * CREDITS) };
}

function amountAt(record: unknown, ...path: string[]): number | undefined {
  const amount = at(record, 'costs', ...path);
  return typeof amount === 'number' ? amount : undefined;
}

function sum(parts: readonly Part[]): number {
  return rounded(parts.reduce((total, { credits }) => total + credits, 0));
}

/** Figures come with two decimals. */
function rounded(credits: number): number {
  return Math.round(credits * 100) / 100;
}
