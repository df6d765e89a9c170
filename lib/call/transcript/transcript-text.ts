import { shortened } from '@/lib/call/values/shorten';
import type { Turn } from './turns';

/** Says who spoke, in the words of the page. */
export type NameOf = (turn: Turn) => string;
/** Writes seconds since the call began. */
export type TimeOf = (seconds: number) => string;

/** A turn as plain text, with what its tools did and what was cut off. */
export function turnText(turn: Turn, nameOf: NameOf, timeOf: TimeOf): string {
  const { words, start, tools, interruption, transferTo, isLeftOut } = turn;
  const time = start === null ? '' : `[${timeOf(start)}] `;
  const said = isLeftOut ? `(left out of the data set) ${words.text}` : words.text;
  const lines = [`${time}${nameOf(turn)}: ${said}`.trimEnd()];
  if (interruption !== undefined)
    lines.push(
      interruption ? `  (interrupted, was about to say: ${interruption})` : '  (interrupted)',
    );
  for (const { words: weighed, tools: unused } of turn.unsaid) {
    const names = unused.map(({ name }) => `[${name || 'tool without a name'}]`);
    lines.push(indented(`(considered but not said: ${[weighed.text, ...names].join(' ').trim()})`));
  }
  for (const { name, input, results } of tools) {
    lines.push(indented(`Tool ${name || 'without a name'}: ${input.text}`.trimEnd()));
    for (const result of results) lines.push(indented(`Result: ${result.text}`.trimEnd()));
  }
  if (transferTo !== undefined) lines.push(`  (transfer to ${transferTo})`);
  return lines.join('\n');
}

/** A conversation as plain text, without the instructions that the agent was given. */
export function transcriptText(turns: readonly Turn[], nameOf: NameOf, timeOf: TimeOf): string {
  return turns
    .filter(({ speaker }) => speaker !== 'system')
    .map((turn) => turnText(turn, nameOf, timeOf))
    .join('\n');
}

const LONGEST_QUOTE = 500;

/** How a note on a turn begins: when, in the form that plays from there, who, and what was said. */
export function turnQuote(turn: Turn, nameOf: NameOf, timeOf: TimeOf): string {
  const time = turn.start === null ? '' : `[${timeOf(turn.start)}] `;
  const quote = shortened(turn.words.text.trim(), LONGEST_QUOTE + 1);
  const what = quote || turn.tools.map(({ name }) => name).join(', ');
  return `${time}${nameOf(turn)}${what && `: “${what}”`}\n`;
}

function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}
