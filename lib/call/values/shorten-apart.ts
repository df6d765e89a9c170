import { beginning, ending, shortened } from './shorten';

/** So much of the beginning stays where the difference comes later. */
const HEAD = 6;
/** So much of what names share stays before their difference. */
const LEAD = 2;

/**
 * Names of at most so many UTF-16 units, shortened where they do not differ: what they share at their beginning goes
 * first. Different names stay different.
 */
export function shortenedApart(names: readonly string[], most: number): string[] {
  const told = new Map<string, string>();
  const taken = new Set<string>();
  for (const name of new Set(names)) {
    const text = distinct(shownName(name, names, most), taken, most);
    taken.add(text);
    told.set(name, text);
  }
  return names.map((name) => told.get(name) ?? name);
}

function shownName(name: string, names: readonly string[], most: number): string {
  if (name.length <= most) return name;
  const shared = Math.max(
    0,
    ...names.map((other) => (other === name ? 0 : sharedLength(name, other))),
  );
  // The difference can be seen without its help.
  if (shared + 1 < most) return shortened(name, most);
  const tail = ending(name, Math.max(1, name.length - shared + LEAD));
  return `${beginning(name, HEAD).trimEnd()}…${shortened(tail, most - HEAD - 1)}`;
}

function sharedLength(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}

/** Names that look the same after all are counted. */
function distinct(text: string, taken: ReadonlySet<string>, most: number): string {
  if (!taken.has(text)) return text;
  for (let number = 2; ; number += 1) {
    const mark = ` (${number})`;
    const marked = `${beginning(text, most - mark.length)}${mark}`;
    if (!taken.has(marked)) return marked;
  }
}
