/**
 * How filters, facets and the groups of the cost page name what a call has, so that every text has a name of its own:
 * itself, but for the few that mean something else.
 */

/** Stands for calls that have no value at all: no campaign, no outcome, no tag. */
export const NO_VALUE = '(none)';
/** Stands for a text without a letter in it. */
const EMPTY_VALUE = '(empty)';

/** A text that reads like a word above, or like the name of such a text: it has a backslash more. */
const RESERVED = /^\\*\((?:none|empty)\)$/;

/** What a text is asked for by. */
export function termOf(text: string): string {
  if (text === '') return EMPTY_VALUE;
  return RESERVED.test(text) ? `\\${text}` : text;
}

/** The text that a name stands for; null for {@link NO_VALUE}. */
export function textOfTerm(term: string): string | null {
  if (term === NO_VALUE) return null;
  if (term === EMPTY_VALUE) return '';
  return RESERVED.test(term) ? term.slice(1) : term;
}

/** A text in words in which it cannot be taken for another one: in quotes where its ends would not be seen. */
export function shownTerm(term: string): string {
  // HTML has no NUL: a page would lose it, or all of its text.
  const text = (textOfTerm(term) ?? term).replaceAll('\0', '␀');
  if (text === '') return 'Empty text';
  return text !== text.trim() || text !== term ? `“${text}”` : text;
}

/**
 * Whether HappyRobot can be asked for exactly this: its lists are separated by commas, spaces around their values may
 * get lost, and it has no word for none.
 */
export function isPlainTerm(term: string): boolean {
  return textOfTerm(term) === term && term.trim() === term && !/[,\p{Cc}]/u.test(term);
}
