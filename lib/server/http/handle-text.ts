import { container } from '@/lib/server/boot/container';
import {
  type NextHandler,
  type OpenIncoming,
  openRequest,
  type RequestParts,
  type RouteRule,
} from './request';

/** An answer that is no JSON, whole. */
type TextAnswer = { type: string; text: string };

/** Makes a route handler of a function that answers with text; it decides itself whom it answers. */
export function handleOpenText<Params>(
  route: Omit<RouteRule, 'access'>,
  answer: (incoming: OpenIncoming<Params>) => Promise<TextAnswer>,
  parts: () => RequestParts = container,
): NextHandler<Params> {
  return async (request, { params }) => {
    const open = openRequest(request, { ...route, access: 'open' }, parts);
    try {
      const incoming = await open.openIncoming(params);
      const { type, text } = await open.during(() => answer(incoming));
      open.done();
      return open.respond(type, text);
    } catch (error) {
      return open.fail(error);
    }
  };
}
