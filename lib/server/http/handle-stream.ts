import { container } from '@/lib/server/boot/container';
import type { StreamAnswer } from '@/lib/server/services/export/export';
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
  answer: (incoming: Incoming<Params>) => Promise<StreamAnswer>,
  parts: () => RequestParts = container,
): NextHandler<Params> {
  return async (request, { params }) => {
    const open = openRequest(request, route, parts);
    try {
      const { type, headers, body } = await open.during(async () =>
        answer(await open.incoming<Params>(params)),
      );
      if (request.method === 'HEAD') {
        open.done();
        return open.respond(type, null, headers);
      }
      const pieces = body[Symbol.asyncIterator]();
      const first = await pieces.next();
      return open.respond(type, bodyOf(first, pieces, open), headers);
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
        await pieces.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
