import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isCallscopeError } from '@/lib/server/errors';
import { createExportTurns, type ExportTurns } from './turns';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An export of three pieces by somebody; what it has done so far can be looked at. */
function asked(turns: ExportTurns, ticket: string, person = 'ana') {
  const leaving = new AbortController();
  const state = { begun: false, ended: false };
  async function* make() {
    state.begun = true;
    try {
      for (const byte of [1, 2, 3]) yield Uint8Array.of(byte);
    } finally {
      state.ended = true;
    }
  }
  const pieces = turns.inTurn({ person, ticket, signal: leaving.signal }, make);
  const first = pieces.next();
  first.catch(() => undefined);
  return { state, pieces, first, leave: () => leaving.abort(new Error('gone')) };
}

/** Lets everything happen that waits for nothing. */
const settle = () => vi.advanceTimersByTimeAsync(0);

const running = (exports: readonly ReturnType<typeof asked>[]) =>
  exports.flatMap(({ state: { begun, ended } }, at) => (begun && !ended ? [at] : []));

describe('exports', () => {
  it('run two at a time, and the others know their place', async () => {
    const turns = createExportTurns();
    const all = ['a', 'b', 'c', 'd'].map((ticket) => asked(turns, ticket));
    await settle();
    expect(running(all)).toEqual([0, 1]);
    expect(['a', 'b', 'c', 'd', 'e'].map((ticket) => turns.before(ticket))).toEqual([
      null,
      null,
      0,
      1,
      null,
    ]);
    for await (const _ of all[0]?.pieces ?? []);
    await settle();
    expect(running(all)).toEqual([1, 2]);
    expect(turns.before('d')).toBe(0);
  });

  it('free their place when the client leaves, waiting or running', async () => {
    const turns = createExportTurns();
    const all = ['a', 'b', 'c', 'd'].map((ticket) => asked(turns, ticket));
    await settle();
    all[2]?.leave();
    await expect(all[2]?.first).rejects.toThrow('gone');
    expect(turns.before('d')).toBe(0);
    await all[0]?.first;
    await all[0]?.pieces.return(undefined);
    await settle();
    expect(running(all)).toEqual([1, 3]);
  });

  it('free it when they fail, and when the client was gone before', async () => {
    const turns = createExportTurns();
    for (let times = 0; times < 5; times += 1) {
      async function* failing(): AsyncGenerator<Uint8Array> {
        yield Uint8Array.of(1);
        throw new Error('no');
      }
      const waiter = { person: 'ana', ticket: undefined, signal: undefined };
      const pieces = turns.inTurn(waiter, failing);
      await pieces.next();
      await expect(pieces.next()).rejects.toThrow('no');
      const gone = { ...waiter, signal: AbortSignal.abort(new Error('gone')) };
      await expect(turns.inTurn(gone, failing).next()).rejects.toThrow('gone');
    }
    const last = asked(turns, 'a');
    await last.first;
    expect(last.state.begun).toBe(true);
  });

  it('of one person do not keep another waiting longer than one of them', async () => {
    const turns = createExportTurns();
    const anas = Array.from({ length: 6 }, (_, n) => asked(turns, `a${n}`, 'ana'));
    const tom = asked(turns, 'tom', 'tom');
    await settle();
    expect(turns.before('tom')).toBe(0);
    expect(turns.before('a2')).toBe(1);
    for await (const _ of anas[0]?.pieces ?? []);
    await settle();
    expect(tom.state.begun).toBe(true);
  });

  it('of one person are not endless', async () => {
    const turns = createExportTurns();
    for (let n = 0; n < 52; n += 1) asked(turns, String(n));
    const error: unknown = await asked(turns, 'more').first.catch((thrown: unknown) => thrown);
    expect(isCallscopeError(error) && error.code).toBe('too_many_requests');
    const tom = asked(turns, 'tom', 'tom');
    await settle();
    expect(turns.before('tom')).toBe(0);
    expect(tom.state.begun).toBe(false);
  });

  it('that nobody takes give their turn to those that wait, and break off', async () => {
    const turns = createExportTurns();
    const [stalled, other] = ['a', 'b'].map((ticket) => asked(turns, ticket));
    await settle();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(stalled?.state.ended).toBe(false);
    for await (const _ of other?.pieces ?? []);
    const third = ['c', 'd'].map((ticket) => asked(turns, ticket));
    await vi.advanceTimersByTimeAsync(60_000);
    await settle();
    expect(stalled?.state.ended).toBe(true);
    expect(third.map(({ state }) => state.begun)).toEqual([true, true]);
    await expect(stalled?.pieces.next()).rejects.toMatchObject({ code: 'too_many_requests' });
  });
});

it('in any order of coming and going two run at most, and nobody waits while a place is free', async () => {
  const step = fc.record({
    do: fc.constantFrom('ask' as const, 'ask' as const, 'take' as const, 'leave' as const),
    nth: fc.nat(),
    person: fc.constantFrom('ana', 'tom', 'eve'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const turns = createExportTurns();
      const all: ReturnType<typeof asked>[] = [];
      for (const { do: what, nth, person } of steps) {
        const one = all[nth % Math.max(1, all.length)];
        if (what === 'ask') all.push(asked(turns, String(all.length), person));
        else if (what === 'leave') one?.leave();
        else if (one?.state.begun) for await (const _ of one.pieces);
        await settle();
        const places = all.flatMap((_, at) => turns.before(String(at)) ?? []);
        expect(places.toSorted((a, b) => a - b)).toEqual([...places.keys()]);
        expect(running(all).length).toBeLessThanOrEqual(2);
        if (places.length > 0) expect(running(all)).toHaveLength(2);
      }
    }),
    { numRuns: 200 },
  );
});
