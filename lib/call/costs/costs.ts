import type { CallCosts } from '@/lib/call/call';

/** The components of a call's cost, in the order they are shown everywhere. */
export const COST_COMPONENTS = ['voip', 'transcriber', 'llm', 'tts', 'other'] as const;
export type CostComponent = (typeof COST_COMPONENTS)[number];

export const COST_LABELS: Record<CostComponent, string> = {
  voip: 'VoIP',
  transcriber: 'Transcriber',
  llm: 'LLM',
  tts: 'TTS',
  other: 'Other',
};

/** An amount of money in millionths of the account's currency; sums of them are exact. */
export type Micros = number;

export function toMicros(amount: number): Micros {
  return Math.round(amount * 1_000_000);
}

/** Part of a component: the LLM's input and output, the line's call and answering-machine detection. */
export type CostPart = { label: string; micros: Micros };

export type CostLine = {
  component: CostComponent;
  /** null: the upstream gave no amount, which is not an amount of zero. */
  micros: Micros | null;
  parts: CostPart[];
  /** The customer's own carrier bills the line, so it costs nothing here. */
  ownCarrier: boolean;
};

export type CostBreakdown = {
  /** null: no total was given. */
  total: Micros | null;
  lines: CostLine[];
};

/**
 * What a call cost, by component. "Other" is the total less the known components; it is present whenever they
 * do not add up, and negative when they add up to more than the total. A component the upstream left out has
 * null and not zero. null when the call has no costs at all.
 */
export function costBreakdown(costs: CallCosts | null | undefined): CostBreakdown | null {
  if (!costs) return null;
  const total = microsOf(costs.total_costs);
  const lines: CostLine[] = [
    line('voip', costs.voip?.total_cost, [
      ['Call', costs.voip?.call_cost],
      ['Answering machine detection', costs.voip?.amd_cost],
    ]),
    line('transcriber', costs.transcriber?.total_cost, []),
    line('llm', costs.llm?.total_cost, [
      ['Input', costs.llm?.input_cost],
      ['Output', costs.llm?.output_cost],
    ]),
    line('tts', costs.tts?.total_cost, []),
  ];
  const rest = total === null ? 0 : restOf(costs);
  const ownCarrier = costs.voip?.external === true;
  const shown = lines.map((each) => (each.component === 'voip' ? { ...each, ownCarrier } : each));
  if (rest === 0) return { total, lines: shown };
  const other: CostLine = { component: 'other', micros: rest, parts: [], ownCarrier: false };
  return { total, lines: [...shown, other] };
}

/** What the components are known to cost, as the upstream writes it: a total, else the sum of its parts. */
export function componentAmounts({ voip, transcriber, llm, tts }: CallCosts) {
  return {
    voip: voip?.total_cost ?? sumOrNothing(voip?.call_cost, voip?.amd_cost),
    transcriber: transcriber?.total_cost ?? null,
    llm: llm?.total_cost ?? sumOrNothing(llm?.input_cost, llm?.output_cost),
    tts: tts?.total_cost ?? null,
  };
}

/** The rest is rounded once: rounding each component first would make up differences that are not there. */
function restOf(costs: CallCosts): Micros {
  const { voip, transcriber, llm, tts } = componentAmounts(costs);
  return toMicros(
    (costs.total_costs ?? 0) - ((voip ?? 0) + (transcriber ?? 0) + (llm ?? 0) + (tts ?? 0)),
  );
}

function sumOrNothing(a: Amount, b: Amount): number | null {
  return typeof a === 'number' || typeof b === 'number' ? (a ?? 0) + (b ?? 0) : null;
}

type Amount = number | null | undefined;

function line(component: CostComponent, total: Amount, parts: [string, Amount][]): CostLine {
  const known = parts.flatMap(([label, amount]) => {
    const micros = microsOf(amount);
    return micros === null ? [] : [{ label, micros }];
  });
  const sum = known.length > 0 ? known.reduce((all, { micros }) => all + micros, 0) : null;
  return { component, micros: microsOf(total) ?? sum, parts: known, ownCarrier: false };
}

export function microsOf(amount: Amount): Micros | null {
  return amount === null || amount === undefined ? null : toMicros(amount);
}
