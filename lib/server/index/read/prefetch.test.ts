import { describe, expect, it } from 'vitest';
import { prefetch } from './prefetch';

/** Reads that tell what they have begun and ended; the one at `broken` fails. */
function reads(count: number, broken?: number) {
  const seen = { begun: 0, ended: 0 };
  const all = Array.from({ length: count }, (_, index) => async () => {
    seen.begun += 1;
    await new Promise((resolve) => setTimeout(resolve, 2));
    seen.ended += 1;
    if (index === broken) throw new Error(`read ${index}`);
    return index;
  });
  return { seen, all };
}

describe('reading one ahead', () => {
  it('gives everything in order, and has begun the next read by then', async () => {
    const { seen, all } = reads(4);
    const given: number[] = [];
    for await (const piece of prefetch(all)) {
      given.push(piece);
      expect(seen.begun).toBe(Math.min(piece + 2, 4));
    }
    expect(given).toEqual([0, 1, 2, 3]);
    for await (const _ of prefetch([])) throw new Error('of nothing comes nothing');
  });

  it('waits for the read that is under way when it is left', async () => {
    const { seen, all } = reads(9);
    for await (const _ of prefetch(all)) break;
    expect(seen).toEqual({ begun: 2, ended: 2 });
  });

  it('fails where the read failed, after what came before', async () => {
    const { seen, all } = reads(5, 2);
    const given: number[] = [];
    const read = async () => {
      for await (const piece of prefetch(all)) {
        given.push(piece);
        // Long enough for the failure to be there before anybody waits for it.
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    await expect(read()).rejects.toThrow('read 2');
    expect(given).toEqual([0, 1]);
    expect(seen.begun).toBe(3);
  });
});
