import * as z from 'zod';
import type { Reader } from '@/lib/server/index/engine/driver';
import { amongIds, sql } from '@/lib/server/index/engine/sql';

/** So many generations are followed in each direction, so many calls and milliseconds in all. */
export const MOST_GENERATIONS = 100;
export const MOST_MEMBERS = 1000;
const MOST_MS = 2000;

/** A call, those it repeats and those that repeat it. */
export type Family = { ids: readonly string[]; whole: boolean };

const linkRow = z.object({ id: z.string(), parent: z.nullable(z.string()) });

/**
 * Walks from a call up and down, a generation at a time: whoever repeats a call thirty thousand times must not keep
 * others waiting. A circle ends where it closes; an unknown call has no family.
 */
export async function familyOf(
  reader: Reader,
  id: string,
  now: () => number = () => performance.now(),
): Promise<Family> {
  const ids = new Set<string>();
  const until = now() + MOST_MS;
  const isFull = () => ids.size >= MOST_MEMBERS || now() >= until;

  async function up(): Promise<boolean> {
    let next: string | null = id;
    for (let generation = 0; next !== null; generation += 1) {
      if (generation > MOST_GENERATIONS || isFull()) return false;
      const [found]: z.infer<typeof linkRow>[] = await reader.query(
        sql`SELECT id, parent FROM call WHERE id = ${next}`,
        linkRow,
      );
      if (!found || ids.has(found.id)) return true;
      ids.add(found.id);
      next = found.parent;
    }
    return true;
  }

  async function down(): Promise<boolean> {
    let parents = [id];
    for (let generation = 0; parents.length > 0; generation += 1) {
      if (isFull()) return false;
      const children = await reader.query(
        sql`SELECT id, parent FROM call WHERE parent ${amongIds(parents)} ORDER BY created LIMIT ${MOST_MEMBERS + 1}`,
        linkRow,
      );
      parents = [];
      for (const child of children) {
        if (ids.has(child.id)) continue;
        if (generation >= MOST_GENERATIONS || ids.size >= MOST_MEMBERS) return false;
        ids.add(child.id);
        parents.push(child.id);
      }
    }
    return true;
  }

  const isUpWhole = await up();
  if (ids.size === 0) return { ids: [], whole: true };
  const isDownWhole = await down();
  return { ids: [...ids], whole: isUpWhole && isDownWhole };
}
