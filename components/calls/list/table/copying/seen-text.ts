import { oneLine } from './copied-table';

/** Words for the ear alone; the emoji of a rating stands for its drawing. */
export const UNSEEN_TEXT = '[data-missing], .sr-only:not([data-drawn])';
/** Those, drawings that say nothing, and what is no part of the text. */
const UNSEEN = `${UNSEEN_TEXT}, [aria-hidden], label`;

/** The text of a cell as it is seen; drawings by their names. */
export function seenText(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof Element) {
    if (node.matches(UNSEEN)) return '';
    const name = node.getAttribute('role') === 'img' && node.getAttribute('aria-label');
    if (name) return name;
  }
  return oneLine([...node.childNodes].map(apart).join(''));
}

/** What stands side by side is apart; texts that follow each other are one. */
function apart(node: Node): string {
  return node instanceof Text ? node.data : ` ${seenText(node)} `;
}
