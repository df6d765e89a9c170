import { hasTerm } from '@/lib/call/transcript/said-hits';
import type { Side } from '@/lib/call/transcript/sides';
import type { SpokenTurn } from '@/lib/call/transcript/spoken-turns';
import type { Turn } from '@/lib/call/transcript/turns';
import { wordsIn } from '@/lib/call/transcript/words';
import { readValue } from './read-value';

/** A number as it stands among words, with what can belong to it. */
const NUMBERS = /[$€£¥]?\d[\d.,'’]*\s?(?:[kKmM](?!\p{L}))?/gu;

/** The first turn of the agent or the caller in which a value was said; null where none has it. */
export function turnSaying(
  turns: readonly Turn[],
  value: string | number | boolean | null,
): string | null {
  if (value === null || typeof value === 'boolean') return null;
  const { type, text, number } = readValue(value);
  const words = wordsIn(text ?? '').map(({ word }) => word);
  // A letter or two stand everywhere.
  const isTelling = words.join('').length > 2;
  // One term for all turns: its pattern is made once.
  const term = { side: null, words };
  const found = turns.find(({ speaker, words: { text: said } }) => {
    if (speaker !== 'agent' && speaker !== 'caller') return false;
    if (isTelling && hasTerm([turnOf(speaker, said)], term)) return true;
    return type === 'number' && number !== null && numbersIn(said).includes(number);
  });
  return found?.id ?? null;
}

function turnOf(side: Side, text: string): SpokenTurn {
  return { side, text, start: null, end: null };
}

function numbersIn(text: string): (number | null)[] {
  return (text.match(NUMBERS) ?? []).map((written) => {
    const { type, number } = readValue(written.trim().replace(/[.,'’]+$/, ''));
    return type === 'number' ? number : null;
  });
}
