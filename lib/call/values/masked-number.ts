/** What stands in the place of the hidden digits of a number; no number that is known holds it. */
export const MASK = '•••';

/** Whether this is a number that is hidden from who looks at it: nothing to dial, to copy or to search for. */
export function isMasked(number: string): boolean {
  return number.includes(MASK);
}

export const WHY_MASKED = 'Numbers are hidden for your role';
