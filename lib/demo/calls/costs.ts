import type { CallCosts } from '@/lib/call/call';
import { iso } from './central-time';
import type { Random } from './random';

/** US dollars per million tokens, in and out. */
const MODEL_PRICES: Record<string, readonly [number, number]> = {
  'gpt-5.2': [1.75, 14],
  'gpt-5.2-mini': [0.3, 2.4],
  'gpt-4.1': [2, 8],
  'claude-sonnet-4.6': [3, 15],
  'gemini-3-flash': [0.5, 3],
};

const VOICE_PER_MINUTE = 0.014;
const MACHINE_DETECTION = 0.0075;
const TRANSCRIBER_PER_MINUTE = 0.0077;
const TTS_PER_MINUTE = 0.031;
const PLATFORM_PER_MINUTE = 0.02;

type Metered = {
  model: string;
  seconds: number;
  endedAt: number;
  /** Somebody or something picked up and the agent spoke. */
  answered: boolean;
  /** False for chats and calls over the web. */
  telephone: boolean;
  detectsMachines: boolean;
  ownLine: boolean;
};

/** What a call cost: follows its length and its model; undefined when it was never billed. */
export function createCosts(random: Random, call: Metered): CallCosts | undefined {
  const unbilled = random.chance(0.015);
  const priced = { voip: voip(random, call), ...speech(random, call) };
  const parts = [priced.voip, priced.transcriber, priced.llm, priced.tts];
  const sum = parts.reduce((total, part) => total + (part?.total_cost ?? 0), 0);
  const platform = random.chance(0.22) && call.answered;
  if (unbilled) return undefined;
  const other = platform ? (call.seconds / 60) * PLATFORM_PER_MINUTE : 0;
  return {
    created: iso(call.endedAt),
    total_costs: micros(sum + other),
    ...priced,
    'per-minute': platform
      ? { voip: VOICE_PER_MINUTE, platform: PLATFORM_PER_MINUTE }
      : { voip: VOICE_PER_MINUTE },
  };
}

function voip(random: Random, call: Metered): CallCosts['voip'] {
  if (!call.telephone) return null;
  const external = call.ownLine;
  const pricing_id = external ? null : '64aa00000000000000000701';
  if (external) {
    return random.chance(0.5)
      ? { external, amd_cost: 0, call_cost: 0, total_cost: 0, pricing_id }
      : { external, pricing_id };
  }
  const amd_cost = call.detectsMachines ? MACHINE_DETECTION : null;
  const call_cost = micros(Math.ceil(call.seconds / 60) * VOICE_PER_MINUTE);
  return {
    external,
    amd_cost,
    call_cost,
    total_cost: micros((amd_cost ?? 0) + call_cost),
    pricing_id,
  };
}

function speech(random: Random, call: Metered): Pick<CallCosts, 'transcriber' | 'llm' | 'tts'> {
  const minutes = call.seconds / 60;
  const [inputPrice, outputPrice] = MODEL_PRICES[call.model] ?? [1, 4];
  // Each turn sends the whole conversation again, so the input grows faster than the call.
  const inputTokens = minutes * (9_000 + 2_600 * minutes) * (0.85 + random.next() * 0.3);
  const outputTokens = minutes * 230 * (0.85 + random.next() * 0.3);
  const spoken = 0.35 + random.next() * 0.25;
  if (!call.answered) return { transcriber: null, llm: null, tts: null };
  const input_cost = micros((inputTokens * inputPrice) / 1e6);
  const output_cost = micros((outputTokens * outputPrice) / 1e6);
  const written = !call.telephone;
  return {
    transcriber: written
      ? null
      : {
          total_cost: micros(minutes * TRANSCRIBER_PER_MINUTE),
          pricing_id: '64aa00000000000000000702',
        },
    llm: {
      input_cost,
      output_cost,
      total_cost: micros(input_cost + output_cost),
      input_pricing_id: '64aa00000000000000000703',
      output_pricing_id: '64aa00000000000000000704',
    },
    tts: written
      ? null
      : {
          total_cost: micros(minutes * spoken * TTS_PER_MINUTE),
          pricing_id: '64aa00000000000000000705',
        },
  };
}

/** Rounded to a millionth, as bills are. */
function micros(amount: number): number {
  return Math.round(amount * 1e6) / 1e6;
}
