import { container } from '@/lib/server/boot/container';
import { type NextHandler, type OpenIncoming, openRequest, type RequestParts } from './request';

/** Where the browser goes next, and what it keeps. */
type Destination = { location: string; setCookies: readonly string[] };

/**
 * Makes a route handler, open to everybody, of a function that sends the browser somewhere else. It logs one line as
 * `handleOpen` does, without any value of the query.
 */
export function handleRedirect<Params>(
  path: string,
  lead: (incoming: OpenIncoming<Params>, url: URL) => Promise<Destination>,
  parts: () => RequestParts = container,
): NextHandler<Params> {
  return async (request, { params }) => {
    const open = openRequest(request, { path, access: 'open' }, parts);
    try {
      return open.redirect(await lead(await open.openIncoming(params), new URL(request.url)));
    } catch (error) {
      return open.fail(error);
    }
  };
}
