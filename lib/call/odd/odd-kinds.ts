/** The paths of odd fields with their places left out, `messages.3.id` as `messages.id`, and how often each was met. */
export function oddKinds(paths: readonly string[]): { path: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const kind = path.replace(/\.\d+(?=\.|$)/g, '');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([path, count]) => ({ path, count }));
}
