import { describe, expect, it } from 'vitest';
import type { PackedCalls } from '@/lib/server/index/documents/packed-calls';
import { fileText, type TextMaker } from './text';

const pieceOf = (place: number): PackedCalls => ({
  measures: '',
  places: Int32Array.of(place),
  blocks: [],
  bytes: new Uint8Array(),
  dictionaries: new Map(),
});

/** Pieces numbered from 0, and a maker that is done with them when it is told. */
function parts(count: number) {
  const state = { read: 0, opened: 0, closed: 0, ended: false };
  const waiting = new Map<number, { done: () => void; fail: (reason: Error) => void }>();
  async function* pieces() {
    try {
      for (; state.read < count; state.read += 1) yield pieceOf(state.read);
    } finally {
      state.ended = true;
    }
  }
  const open = (): TextMaker => {
    state.opened += 1;
    return {
      atOnce: 2,
      textOf: ({ places }) =>
        new Promise((resolve, fail) => {
          const [place = -1] = places;
          waiting.set(place, { done: () => resolve(Uint8Array.of(place)), fail });
        }),
      close: async () => {
        state.closed += 1;
      },
    };
  };
  return { state, waiting, text: fileText('', pieces(), open) };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the text of a file', () => {
  it('comes in the order of the pieces, whichever is made first', async () => {
    const { text, waiting, state } = parts(3);
    const all = (async () => {
      const places: number[] = [];
      for await (const [place = -1] of text) places.push(place);
      return places;
    })();
    for (const place of [1, 2, 0]) {
      await settled();
      waiting.get(place)?.done();
    }
    expect(await all).toEqual([0, 1, 2]);
    expect(state).toEqual({ read: 3, opened: 1, closed: 1, ended: true });
  });

  it('is made no further ahead than is made at once', async () => {
    const { text, waiting, state } = parts(50);
    const first = text.next();
    await settled();
    expect([...waiting.keys()]).toEqual([0, 1, 2]);
    waiting.get(0)?.done();
    await first;
    await settled();
    expect(state.read).toBe(2);
    await text.return(undefined);
    expect(state).toMatchObject({ closed: 1, ended: true });
  });

  it('breaks off where a piece fails, and leaves nothing open', async () => {
    const { text, waiting, state } = parts(9);
    const first = text.next();
    await settled();
    waiting.get(1)?.fail(new Error('no'));
    waiting.get(0)?.done();
    expect(await first).toEqual({ done: false, value: Uint8Array.of(0) });
    await expect(text.next()).rejects.toThrow('no');
    expect(state).toMatchObject({ closed: 1, ended: true });
  });

  it('opens nothing before somebody reads', async () => {
    const { text, state } = parts(2);
    await text.return(undefined);
    expect(state).toMatchObject({ opened: 0, closed: 0 });
  });
});
