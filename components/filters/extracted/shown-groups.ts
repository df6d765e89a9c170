/** The groups of the sidebar, and those that were taken away and are filtered by until the address has changed. */
export type ShownGroups = { keys: readonly string[]; gone: readonly string[] };

/**
 * The groups after the address or the choice of groups has changed. One that was shown stays: it would vanish under
 * the hand that takes back its last condition.
 */
export function groupsAfter(shown: ShownGroups, asked: readonly string[]): ShownGroups {
  const gone = shown.gone.filter((key) => asked.includes(key));
  const added = asked.filter((key) => !shown.keys.includes(key) && !gone.includes(key));
  const same = added.length === 0 && gone.length === shown.gone.length;
  return same ? shown : { keys: [...shown.keys, ...added], gone };
}

export function groupsWithout({ keys, gone }: ShownGroups, key: string): ShownGroups {
  return { keys: keys.filter((other) => other !== key), gone: [...gone, key] };
}
