/** The value at a path inside foreign JSON, or undefined where the path leads nowhere. */
export function at(json: unknown, ...path: string[]): unknown {
  let value = json;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

export function textAt(json: unknown, ...path: string[]): string | undefined {
  const value = at(json, ...path);
  return typeof value === 'string' ? value : undefined;
}

export function listAt(json: unknown, ...path: string[]): readonly unknown[] {
  const value: unknown = at(json, ...path);
  return Array.isArray(value) ? value : [];
}

/** Every text, number and boolean inside a JSON value, however deep. */
export function leavesOf(json: unknown): string[] {
  if (json === null || json === undefined) return [];
  if (typeof json === 'object') return Object.values(json).flatMap(leavesOf);
  return [String(json)];
}
