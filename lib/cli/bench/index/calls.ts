import type { Call } from '@/lib/call/call';
import { DEMO_CALL_COUNT, generateCalls } from '@/lib/demo/generate';
import { withExtraction } from './extracted';

const DAY = 86_400_000;
/** Each copy of the demo's calls is moved back by so much, so that a year and a half holds a million of them. */
const SHIFT = 5 * DAY;
const SEED = 'callscope-bench';

/**
 * So many calls of the demo's shape, newest first, in pages as the sync would read them; the same ones in every run
 * of the same `now`. The demo's own calls again and again, each time older and under other ids.
 */
export function* benchPages(count: number, now: number, pageSize: number): Generator<Call[]> {
  const slots = slotsOf(generateCalls({ seed: SEED, now, count: DEMO_CALL_COUNT }), now);
  let page: Call[] = [];
  let left = count;
  for (let slot = 0; left > 0; slot += 1) {
    for (const call of slotCalls(slots, slot)) {
      if (left === 0) break;
      left -= 1;
      page.push(withExtraction(call, count - left));
      if (page.length < pageSize) continue;
      yield page;
      page = [];
    }
  }
  if (page.length > 0) yield page;
}

/** The calls by how many shifts ago they were made. */
function slotsOf(calls: readonly Call[], now: number): Call[][] {
  const slots: Call[][] = [];
  for (const call of calls) {
    const slot = Math.max(0, Math.floor((now - Date.parse(call.created)) / SHIFT));
    const known = slots[slot];
    if (known) known.push(call);
    else slots[slot] = [call];
  }
  return slots;
}

/** Copy number n of what is n shifts newer falls here. */
function slotCalls(slots: readonly Call[][], slot: number): Call[] {
  const calls: Call[] = [];
  for (let copy = Math.max(0, slot - slots.length + 1); copy <= slot; copy += 1)
    for (const call of slots[slot - copy] ?? []) calls.push(copy === 0 ? call : moved(call, copy));
  return calls.sort((a, b) => (a.created < b.created ? 1 : -1));
}

function moved(call: Call, copy: number): Call {
  const created = new Date(Date.parse(call.created) - copy * SHIFT).toISOString();
  const parent = call.parent_call_id ? renamed(call.parent_call_id, copy) : call.parent_call_id;
  return { ...call, id: renamed(call.id, copy), created, parent_call_id: parent };
}

/** Ids stay 24 hexadecimal digits: the first four say which copy it is. */
function renamed(id: string, copy: number): string {
  return copy.toString(16).padStart(4, '0') + id.slice(4);
}
