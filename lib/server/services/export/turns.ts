import { CallscopeError } from '@/lib/server/errors';

/** Each has threads of its own and reads the index without a pause: more of them would keep everybody waiting. */
const AT_ONCE = 2;
/** Who asks for more than so many at once has made a mistake, or wants to keep others waiting. */
const MOST_WAITING_OF_ONE = 50;
/** Milliseconds after which a client that takes nothing loses its turn to those that wait. */
const STALL_MS = 60_000;
/** Bytes that are handed on at once: a slow line takes so many before the time is up, however long a piece is. */
const PART = 256 * 1024;

export type Waiter = {
  /** Whose export it is: nobody's second one comes before somebody else's first. */
  person: string;
  /** By which its place in line is asked for. */
  ticket: string | undefined;
  signal: AbortSignal | undefined;
};

/** Exports one after the other, a few at a time for all people together. */
export type ExportTurns = {
  /**
   * What `make` makes, begun when its turn comes. The turn is over when all of it was taken, when whoever takes it
   * stops, and when nobody waits for it any more.
   */
  inTurn(waiter: Waiter, make: () => AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>;
  /** How many come before the one that waits under this ticket; null where none does. */
  before(ticket: string): number | null;
};

type Waiting = Waiter & { round: number; begin: () => void };

export function createExportTurns(): ExportTurns {
  const running: Waiter[] = [];
  /** In the order in which they come on. */
  const waiting: Waiting[] = [];

  function next(): void {
    while (running.length < AT_ONCE) {
      const first = waiting.shift();
      if (!first) return;
      running.push(first);
      first.begin();
    }
  }

  function remove(from: Waiter[], one: Waiter): void {
    const at = from.indexOf(one);
    if (at >= 0) from.splice(at, 1);
  }

  /** Waits for a turn and gives back what ends it. */
  async function enter(waiter: Waiter): Promise<() => void> {
    const { person, signal } = waiter;
    signal?.throwIfAborted();
    const own = (each: Waiter) => each.person === person;
    const before = waiting.filter(own).length;
    if (before >= MOST_WAITING_OF_ONE) throw tooMany();
    const round = before + running.filter(own).length;
    const held: Waiting = { ...waiter, round, begin: () => undefined };
    const turn = new Promise<void>((resolve, reject) => {
      const leave = () => {
        remove(waiting, held);
        reject(signal?.reason);
      };
      held.begin = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      signal?.addEventListener('abort', leave, { once: true });
    });
    const later = waiting.findIndex((each) => each.round > round);
    waiting.splice(later < 0 ? waiting.length : later, 0, held);
    next();
    await turn;
    return () => {
      remove(running, held);
      next();
    };
  }

  return {
    async *inTurn(waiter, make) {
      const leave = await enter(waiter);
      const pieces = make()[Symbol.asyncIterator]();
      let isStalled = false;
      const end = async () => {
        try {
          await pieces.return?.();
        } finally {
          leave();
        }
      };
      try {
        for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) {
          for (const part of partsOf(piece.value)) {
            const stall = setInterval(() => {
              if (waiting.length === 0) return;
              isStalled = true;
              // What goes wrong at the end is of no interest: the export is broken off.
              end().catch(() => undefined);
            }, STALL_MS);
            try {
              yield part;
            } finally {
              clearInterval(stall);
            }
            if (isStalled) throw stalled();
          }
        }
      } finally {
        await end();
      }
    },
    before(ticket) {
      const at = waiting.findIndex((each) => each.ticket === ticket);
      return at < 0 ? null : at;
    },
  };
}

function* partsOf(piece: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < piece.length; at += PART) yield piece.subarray(at, at + PART);
}

function tooMany(): CallscopeError {
  return new CallscopeError(
    'too_many_requests',
    `${MOST_WAITING_OF_ONE} of your exports wait for their turn already.`,
    { retry_after: 60 },
  );
}

function stalled(): CallscopeError {
  return new CallscopeError(
    'too_many_requests',
    `The client took nothing for ${STALL_MS / 1000} s while other exports waited.`,
  );
}
