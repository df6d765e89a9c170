import { container } from '@/lib/server/boot/container';
import type { StreamAnswer } from '@/lib/server/services/stream-answer';
import {
  type Incoming,
  type NextHandler,
  type OpenRequest,
  openRequest,
  type RequestParts,
  type RouteRule,
} from './request';

/**
 * Makes a route handler of a function that answers with a stream. What fails before the first piece becomes problem
 * details; what fails later breaks the connection off, so that half an answer is not taken for a whole one.
 */
export function handleStream<Params>(
  route: RouteRule,
  answer: (incoming: Incoming<Params> & { isHead: boolean }) => Promise<StreamAnswer>,
  parts: () => RequestParts = container,
): NextHandler<Params> {
  return async (request, { params }) => {
    const open = openRequest(request, route, parts);
    const leaving = new AbortController();
    try {
      const { status, type, headers, body } = await open.during(async () => {
        const incoming = await open.incoming<Params>(params);
        const signal = AbortSignal.any([incoming.signal, leaving.signal]);
        return answer({ ...incoming, signal, isHead: request.method === 'HEAD' });
      });
      if (request.method === 'HEAD') {
        const response = open.respond(type, null, headers, status);
        open.done();
        return response;
      }
      const pieces = body[Symbol.asyncIterator]();
      const first = await pieces.next();
      return open.respond(type, bodyOf(first, pieces, open, leaving), headers, status);
    } catch (error) {
      return open.fail(error);
    }
  };
}

/** A stream that makes nothing ahead of the reader and ends the iteration when the reader leaves. */
function bodyOf(
  first: IteratorResult<Uint8Array>,
  pieces: AsyncIterator<Uint8Array>,
  open: OpenRequest,
  leaving: AbortController,
): ReadableStream<Uint8Array> {
  let upcoming: IteratorResult<Uint8Array> | undefined = first;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = upcoming ?? (await pieces.next());
          upcoming = undefined;
          if (!done) return controller.enqueue(value);
          open.done();
          controller.close();
        } catch (error) {
          open.fail(error);
          controller.error(error);
        }
      },
      async cancel() {
        open.abandon();
        // The iteration ends only when the piece is there that it waits for: this ends the waiting.
        leaving.abort();
        await pieces.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
