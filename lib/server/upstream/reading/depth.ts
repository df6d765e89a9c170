import { isObject } from '@/lib/server/upstream/transport/body/body';
import type { SetAside } from './reader';

/** Deeper than any call, far from the depth at which walking or writing a value overflows the stack. */
const MAX_DEPTH = 64;
const LONGEST_NAME = 64;

/** The record without what is nested too deep in it: of each field only the parts that are. */
export function withoutDepth(
  record: Record<string, unknown>,
  odd: SetAside[],
): Record<string, unknown> {
  if (!isDeeperThan(MAX_DEPTH, record)) return record;
  return shallow(record, MAX_DEPTH, 1, '', odd);
}

/** Looks so many levels further into what is too deep for the parts that make it so. */
function shallow(
  object: Record<string, unknown>,
  levels: number,
  further: number,
  before: string,
  odd: SetAside[],
): Record<string, unknown> {
  const kept: [string, unknown][] = [];
  for (const [key, value] of Object.entries(object)) {
    const path = before + nameOf(key);
    if (!isDeeperThan(levels - 1, value)) kept.push([key, value]);
    else if (further > 0 && isObject(value))
      kept.push([key, shallow(value, levels - 1, further - 1, `${path}.`, odd)]);
    else if (odd.length < MOST_NAMED) odd.push({ path });
  }
  return Object.fromEntries(kept);
}

/** So many are named at most. */
const MOST_NAMED = 50;

/** Names are whatever the other side writes. */
function nameOf(key: string): string {
  return key.slice(0, LONGEST_NAME).replace(/[^\x21-\x2d\x2f-\x7e]/gu, '_');
}

export function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) return value.some((item) => isDeeperThan(levels - 1, item));
  if (!isObject(value)) return false;
  for (const key in value) {
    if (isDeeperThan(levels - 1, value[key])) return true;
  }
  return false;
}
