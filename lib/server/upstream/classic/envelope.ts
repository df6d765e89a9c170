import { isObject } from '@/lib/server/upstream/transport/body/body';

/** A list as it came: its records, and what was said about it; absent where nothing of the kind was said. */
export type Envelope = {
  records: unknown[];
  count?: number;
  limit?: number;
  offset?: number;
};

/** What wrappers are called, so that a list beside another one is found. */
const WRAPPERS = ['data', 'result', 'results', 'items', 'records', 'response', 'list'];

/**
 * Finds the list of calls in an answer: `{ calls }` as documented, the same one level deeper under any name, or a list
 * under another name. Undefined where there is none, or more than one that it could be.
 */
export function openEnvelope(answer: Record<string, unknown>): Envelope | undefined {
  if ('calls' in answer) return listed(answer.calls, answer);
  const inner = only(answer, (value) => isObject(value) && 'calls' in value);
  if (isObject(inner)) return listed(inner.calls, { ...answer, ...inner });
  const list = only(answer, Array.isArray);
  if (Array.isArray(list)) return listed(list, answer);
  const wrapped = only(
    answer,
    (value) => isObject(value) && only(value, Array.isArray) !== undefined,
  );
  if (!isObject(wrapped)) return undefined;
  return listed(only(wrapped, Array.isArray), { ...answer, ...wrapped });
}

/** Finds the one call with an id in an answer that is not it: one level deeper, or the only one of a list. */
export function unwrapCall(
  answer: Record<string, unknown>,
  isIt: (value: unknown) => boolean,
): unknown {
  if (isIt(answer)) return answer;
  const parts = Object.values(answer);
  const inside = parts.filter(Array.isArray).filter((list) => list.length === 1);
  return [...parts, ...inside.flat()].find(isIt) ?? answer;
}

/** No list at all is written as null, too. */
function listed(list: unknown, said: Record<string, unknown>): Envelope | undefined {
  const records = list ?? [];
  if (!Array.isArray(records)) return undefined;
  return {
    records,
    ...whole('count', said.count),
    ...whole('limit', said.limit),
    ...whole('offset', said.offset),
  };
}

/** A number from 0 on, also as text; anything else says nothing. */
function whole(name: 'count' | 'limit' | 'offset', sent: unknown): Partial<Envelope> {
  const number = typeof sent === 'string' && /^\d{1,15}$/.test(sent) ? Number(sent) : sent;
  return Number.isSafeInteger(number) && Number(number) >= 0 ? { [name]: number } : {};
}

/** The value that is meant: the only one of its kind, else the one under a usual name. */
function only(object: Record<string, unknown>, isWanted: (value: unknown) => boolean): unknown {
  const found = Object.values(object).filter(isWanted);
  if (found.length < 2) return found[0];
  return WRAPPERS.map((name) => object[name]).find(isWanted);
}
