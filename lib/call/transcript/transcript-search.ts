import { saidTerms } from '@/lib/call/query/said';
import { marksIn } from './said-hits';
import { SIDES } from './sides';
import type { Turn, Unsaid } from './turns';

/** A place in a turn where text stands: its words, or something of what belongs to it. */
export type PartKey = string;

export type Part = {
  key: PartKey;
  text: string;
  /** Number of the tool use it belongs to, null for what the turn itself says. */
  tool: number | null;
};

export type Hit = Part & {
  /** Index of the turn. */
  turn: number;
  start: number;
  end: number;
};

/** More are not counted: nobody goes through them, and each costs memory. */
export const MOST_HITS = 5000;

/** Everything of a turn that can be read, in the order in which it stands there. */
export function partsOf(turn: Turn): Part[] {
  const own: Part[] = [
    { key: 'words', text: turn.words.text, tool: null },
    { key: 'interruption', text: turn.interruption ?? '', tool: null },
    ...partsOfUnsaid(turn.unsaid),
  ];
  const tools = turn.tools.flatMap(({ name, input, results }, tool): Part[] => [
    { key: `${tool} name`, text: name, tool },
    { key: `${tool} input`, text: input.text, tool },
    ...results.map(({ text }, place) => ({ key: `${tool} result ${place}`, text, tool })),
  ]);
  return [...own, ...tools, { key: 'transfer', text: turn.transferTo ?? '', tool: null }];
}

/** What can be read of the answers that were weighed and not said. */
export function partsOfUnsaid(unsaid: readonly Unsaid[]): Part[] {
  return unsaid.flatMap(({ words, tools }, place): Part[] => [
    { key: `unsaid ${place}`, text: words.text, tool: null },
    ...tools.flatMap(({ name, input }, at): Part[] => [
      { key: `unsaid ${place} ${at} name`, text: name, tool: null },
      { key: `unsaid ${place} ${at} input`, text: input.text, tool: null },
    ]),
  ]);
}

/** Where a text occurs, whatever its case and the blanks between its words; at most {@link MOST_HITS}. */
export function findInTurns(turns: readonly Turn[], sought: string): Hit[] {
  const words = sought.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const pattern = new RegExp(words.map(escaped).join('\\s+'), 'giu');
  const hits: Hit[] = [];
  for (const [turn, of] of turns.entries()) {
    for (const part of partsOf(of)) {
      for (const { index, 0: found } of part.text.matchAll(pattern)) {
        if (hits.length === MOST_HITS) return hits;
        hits.push({ ...part, turn, start: index, end: index + found.length });
      }
    }
  }
  return hits;
}

/** Where it stands what the filter `said` asks for; at most {@link MOST_HITS}. */
export function findSaid(turns: readonly Turn[], said: string): Hit[] {
  const terms = saidTerms(said);
  return turns
    .flatMap(({ speaker, words: { text } }, turn): Hit[] => {
      const side = SIDES.find((known) => known === speaker);
      if (side === undefined) return [];
      return marksIn({ side, text }, terms).map((mark) => {
        return { key: 'words', text, tool: null, turn, ...mark };
      });
    })
    .slice(0, MOST_HITS);
}

/** The hits under the index of the turn they are in. */
export function hitsByTurn(hits: readonly Hit[]): ReadonlyMap<number, Hit[]> {
  const byTurn = new Map<number, Hit[]>();
  for (const hit of hits) {
    const known = byTurn.get(hit.turn);
    if (known) known.push(hit);
    else byTurn.set(hit.turn, [hit]);
  }
  return byTurn;
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
