import { CallscopeError } from '@/lib/server/errors';

/** Knows how many listen. */
export type Streams = {
  /** @throws {CallscopeError} `too_many_requests` where so many listen that nobody else can */
  refuseTooMany(): void;
  /** The same pieces, counted as one stream from the first that is asked for to the end. */
  counted(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
};

export function createStreams(most: number): Streams {
  let open = 0;
  return {
    refuseTooMany() {
      if (open < most) return;
      throw new CallscopeError(
        'too_many_requests',
        'Too many recordings are listened to at this moment. Try again in a moment.',
        { retry_after: 10 },
      );
    },
    async *counted(pieces) {
      open += 1;
      try {
        yield* pieces;
      } finally {
        open -= 1;
      }
    },
  };
}
