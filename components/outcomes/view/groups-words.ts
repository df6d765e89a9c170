/** Which groups a table has, and whether its rows add up. */
export function groupsWords(overlapping = false): string {
  return overlapping
    ? 'A call can be in several groups, so that the rows do not add up.'
    : 'The 20 groups with most calls, and all others.';
}
