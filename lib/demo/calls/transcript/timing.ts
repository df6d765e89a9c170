import { createRandom, type Random } from '@/lib/demo/calls/random';
import { textAt } from '@/lib/demo/json';
import type { Turn } from './script';

type Times = { start: number; end: number };

/** Pauses take no more of a call than this. */
const MOST_PAUSED = 0.5;

/**
 * When each turn of a call was said, in seconds since it began: words take as long as they are, agents think, people
 * hesitate or look something up, tools work, and who is interrupted goes on for a moment. The last word ends the call.
 */
export function timesOf(call: unknown, turns: readonly Turn[], seconds: number): Times[] {
  const random = createRandom(`timing/${textAt(call, 'id') ?? ''}`);
  const thinks = thinkingTime(textAt(call, 'use_case', 'model') ?? '');
  const pauses = turns.map((turn, at) => pauseBefore(turn, turns[at - 1], { random, thinks }));
  const worked = turns.map(({ role }) => (role === 'tool' ? random.skewed(14, 3) / 10 : 0));
  const cut = turns.map((turn) => (isCutOff(turn) ? random.int(5, 12) / 10 : 0));
  const idle = sum(pauses) + sum(worked);
  const scale = Math.min(1, (seconds * MOST_PAUSED) / idle || 1);
  const spoken = turns.map((turn) => (isSaid(turn) ? turn.content.length + 12 : 0));
  const perLetter = (seconds - idle * scale) / (sum(spoken) || 1);
  let clock = 0;
  return turns.map((_, at) => {
    const start = clock + (pauses[at] ?? 0) * scale;
    clock = start + (spoken[at] ?? 0) * perLetter + (worked[at] ?? 0) * scale;
    const last = at === turns.length - 1;
    const beyond = last ? 0 : Math.min(cut[at] ?? 0, (clock - start) / 2);
    return { start, end: clock + beyond };
  });
}

function isSaid({ role }: Turn): boolean {
  return role === 'assistant' || role === 'user';
}

function isCutOff({ interrupted_thoughts }: Turn): boolean {
  return interrupted_thoughts !== undefined;
}

function pauseBefore(
  turn: Turn,
  before: Turn | undefined,
  { random, thinks }: { random: Random; thinks: number },
): number {
  if (!isSaid(turn) || !before || before.role === 'system' || isCutOff(before)) return 0;
  if (turn.discard) return random.int(40, 90) / 10;
  if (turn.role === 'assistant') return random.skewed(thinks, 2) / 10;
  const looksUp = random.chance(0.04);
  return looksUp ? random.int(80, 260) / 10 : random.skewed(8, 1) / 10;
}

/** Tenths of a second that a model takes to begin an answer. */
function thinkingTime(model: string): number {
  return createRandom(`thinking/${model}`).int(7, 16);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
